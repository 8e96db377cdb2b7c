// AVX-512 with VNNI (EVEX-encoded): Ice Lake, Zen 4 and later.
#include <immintrin.h>

#include "infer/kernels/portable.h"
#include "infer/kernels/sets.h"
#include "infer/kernels/tile.h"

namespace eevee::infer {
namespace {

struct Avx512Vnni {
  using Sums = __m512i;
  using Weights = __m512i;
  using Inputs = __m512i;
  static constexpr size_t kMostSums = 24;
  static constexpr size_t kMostBlocks = 8;

  static Sums Load(const int32_t* from) { return _mm512_loadu_si512(from); }
  static Weights LoadWeights(const int8_t* from) { return _mm512_loadu_si512(from); }
  static Inputs Repeat(const uint8_t* from) {
    int32_t four;
    __builtin_memcpy(&four, from, sizeof four);
    return _mm512_set1_epi32(four);
  }
  static Sums Multiply(Sums sums, Inputs x, Weights w) { return _mm512_dpbusd_epi32(sums, x, w); }

  static __m512 Scaled(Sums sums, const float* scale, float low, float high) {
    const __m512 value = _mm512_mul_ps(_mm512_cvtepi32_ps(sums), _mm512_loadu_ps(scale));
    return _mm512_min_ps(_mm512_max_ps(value, _mm512_set1_ps(low)), _mm512_set1_ps(high));
  }
  static __mmask16 First(size_t count) { return static_cast<__mmask16>((1u << count) - 1); }

  static void Store(Sums sums, const float* scale, float low, float high, int32_t zero, uint8_t* to,
                    size_t count) {
    const __m512i codes = _mm512_add_epi32(_mm512_cvtps_epi32(Scaled(sums, scale, low, high)),
                                           _mm512_set1_epi32(zero));
    const __m128i bytes = _mm512_cvtepi32_epi8(codes);
    if (count == kBlock) {
      _mm_storeu_si128(reinterpret_cast<__m128i*>(to), bytes);
    } else {
      _mm_mask_storeu_epi8(to, First(count), bytes);
    }
  }
  static void StoreFloats(Sums sums, const float* scale, float low, float high, float* to,
                          size_t count) {
    _mm512_mask_storeu_ps(to, First(count), Scaled(sums, scale, low, high));
  }
};

}  // namespace

const Kernels kAvx512VnniKernels = {"avx512vnni", false,   ConvolveWith<Avx512Vnni>,
                                    Depthwise,    Maximum, Average,
                                    Sum,          Product, Dequantize};

}  // namespace eevee::infer
