// What AVX2 and AVX-VNNI share: blocks of 16 sums in two registers. Unnamed, see portable.h.
#include <immintrin.h>

#include "infer/kernels/kernels.h"

namespace eevee::infer {
namespace {

struct Pair {
  __m256i low, high;
};

struct Avx2Block {
  using Sums = Pair;
  using Weights = Pair;
  using Inputs = __m256i;

  static __m256i Load32(const void* from) {
    return _mm256_loadu_si256(static_cast<const __m256i*>(from));
  }
  static Sums Load(const int32_t* from) { return {Load32(from), Load32(from + 8)}; }
  static Weights LoadWeights(const int8_t* from) { return {Load32(from), Load32(from + 32)}; }
  static Inputs Repeat(const uint8_t* from) {
    int32_t four;
    __builtin_memcpy(&four, from, sizeof four);
    return _mm256_set1_epi32(four);
  }

  static __m256 Scaled(__m256i sums, const float* scale, float low, float high) {
    const __m256 value = _mm256_mul_ps(_mm256_cvtepi32_ps(sums), _mm256_loadu_ps(scale));
    return _mm256_min_ps(_mm256_max_ps(value, _mm256_set1_ps(low)), _mm256_set1_ps(high));
  }

  static void Store(Sums sums, const float* scale, float low, float high, int32_t zero, uint8_t* to,
                    size_t count) {
    const __m256i offset = _mm256_set1_epi32(zero);
    const __m256i a = _mm256_cvtps_epi32(Scaled(sums.low, scale, low, high));
    const __m256i b = _mm256_cvtps_epi32(Scaled(sums.high, scale + 8, low, high));
    // Packing works within halves of the registers: 0-3 8-11 | 4-7 12-15, put right afterwards.
    const __m256i words =
        _mm256_packs_epi32(_mm256_add_epi32(a, offset), _mm256_add_epi32(b, offset));
    const __m256i sorted = _mm256_permute4x64_epi64(words, 0xD8);
    const __m128i bytes =
        _mm_packus_epi16(_mm256_castsi256_si128(sorted), _mm256_extracti128_si256(sorted, 1));
    if (count == kBlock) {
      _mm_storeu_si128(reinterpret_cast<__m128i*>(to), bytes);
      return;
    }
    alignas(16) uint8_t all[kBlock];
    _mm_store_si128(reinterpret_cast<__m128i*>(all), bytes);
    for (size_t i = 0; i < count; ++i) to[i] = all[i];
  }

  static void StoreFloats(Sums sums, const float* scale, float low, float high, float* to,
                          size_t count) {
    alignas(32) float all[kBlock];
    _mm256_store_ps(all, Scaled(sums.low, scale, low, high));
    _mm256_store_ps(all + 8, Scaled(sums.high, scale + 8, low, high));
    for (size_t i = 0; i < count; ++i) to[i] = all[i];
  }
};

}  // namespace
}  // namespace eevee::infer
