// Compiled with AVX2. The arithmetic is explained in kernels_sse4.cc.
#if defined(__x86_64__) || defined(_M_X64)
#include <immintrin.h>

#include "vision/kernels_simd.h"

namespace eevee {
namespace {

__m128i Load128(const void* at) { return _mm_loadu_si128(static_cast<const __m128i*>(at)); }
__m256i Load(const void* at) { return _mm256_loadu_si256(static_cast<const __m256i*>(at)); }
void Store(void* at, __m256i value) { _mm256_storeu_si256(static_cast<__m256i*>(at), value); }

struct Avx2Steps {
  template <typename Format>
  static constexpr uint32_t kGreyPixels = 32;

  static __m256i Sum8(const uint8_t* at) {
    const __m256i signed_pixels = _mm256_xor_si256(Load(at), _mm256_set1_epi8(-128));
    const __m256i pairs =
        _mm256_maddubs_epi16(_mm256_set1_epi32(29 | 150 << 8 | 77 << 16), signed_pixels);
    return _mm256_madd_epi16(pairs, _mm256_set1_epi16(1));
  }
  static __m256i Round16(__m256i sums) {
    const __m256i rounding = _mm256_set1_epi16(static_cast<int16_t>(0x8080));
    return _mm256_srli_epi16(_mm256_add_epi16(sums, rounding), 8);
  }
  static void Grey(Xrgb8888, const uint8_t* at, uint8_t* grey) {
    const __m256i low = Round16(_mm256_packs_epi32(Sum8(at), Sum8(at + 32)));
    const __m256i high = Round16(_mm256_packs_epi32(Sum8(at + 64), Sum8(at + 96)));
    // Packing works within halves; this puts the groups of four pixels back in order.
    const __m256i order = _mm256_setr_epi32(0, 4, 1, 5, 2, 6, 3, 7);
    Store(grey, _mm256_permutevar8x32_epi32(_mm256_packus_epi16(low, high), order));
  }

  static __m256i Weigh16(__m256i red, __m256i green, __m256i blue) {
    const __m256i sum = _mm256_add_epi16(_mm256_mullo_epi16(red, _mm256_set1_epi16(77)),
                                         _mm256_mullo_epi16(green, _mm256_set1_epi16(150)));
    const __m256i rest =
        _mm256_add_epi16(_mm256_mullo_epi16(blue, _mm256_set1_epi16(29)), _mm256_set1_epi16(128));
    return _mm256_srli_epi16(_mm256_add_epi16(sum, rest), 8);
  }
  static __m256i Top5(__m256i words) {
    const __m256i top = _mm256_and_si256(words, _mm256_set1_epi16(static_cast<int16_t>(0xf800)));
    return _mm256_mulhi_epu16(top, _mm256_set1_epi16(264));
  }
  static __m256i Grey16(Rgb565, __m256i words) {
    const __m256i green = _mm256_mulhi_epu16(_mm256_and_si256(words, _mm256_set1_epi16(0x07e0)),
                                             _mm256_set1_epi16(65 * 128));
    return Weigh16(Top5(words), green, Top5(_mm256_slli_epi16(words, 11)));
  }
  static __m256i Grey16(Rgb1555, __m256i words) {
    return Weigh16(Top5(_mm256_slli_epi16(words, 1)), Top5(_mm256_slli_epi16(words, 6)),
                   Top5(_mm256_slli_epi16(words, 11)));
  }
  template <typename Format>
  static void Grey(Format format, const uint8_t* at, uint8_t* grey) {
    const __m256i packed =
        _mm256_packus_epi16(Grey16(format, Load(at)), Grey16(format, Load(at + 32)));
    Store(grey, _mm256_permute4x64_epi64(packed, 0xd8));
  }

  static constexpr uint32_t kWeighPixels = 32;
  static __m256i Factor(uint32_t weight, uint16_t) {
    return _mm256_set1_epi16(static_cast<int16_t>(weight));
  }
  static __m256i Factor(uint32_t weight, uint32_t) {
    return _mm256_set1_epi32(static_cast<int32_t>(weight));
  }
  template <bool kFirst>
  static void Weigh(const uint8_t* grey, __m256i factor, uint16_t* sums) {
    for (uint32_t i = 0; i < 32; i += 16) {
      __m256i sum = _mm256_mullo_epi16(_mm256_cvtepu8_epi16(Load128(grey + i)), factor);
      if (!kFirst) sum = _mm256_add_epi16(sum, Load(sums + i));
      Store(sums + i, sum);
    }
  }
  template <bool kFirst>
  static void Weigh(const uint8_t* grey, __m256i factor, uint32_t* sums) {
    for (uint32_t i = 0; i < 32; i += 8) {
      const __m128i eight = _mm_loadl_epi64(reinterpret_cast<const __m128i*>(grey + i));
      __m256i sum = _mm256_madd_epi16(_mm256_cvtepu8_epi32(eight), factor);
      if (!kFirst) sum = _mm256_add_epi32(sum, Load(sums + i));
      Store(sums + i, sum);
    }
  }

  /// Outputs i and i + 4 share a register, so that adding pairwise leaves all eight in order.
  static __m256i Two(const uint16_t* low, const uint16_t* high) {
    return _mm256_inserti128_si256(_mm256_castsi128_si256(Load128(low)), Load128(high), 1);
  }
  static void Dots8(const uint16_t* sums, const uint32_t* starts, const int16_t* weights,
                    uint32_t blocks, int32_t* dots) {
    __m256i dot[4] = {_mm256_setzero_si256(), _mm256_setzero_si256(), _mm256_setzero_si256(),
                      _mm256_setzero_si256()};
    for (uint32_t block = 0; block < blocks; ++block) {
      for (uint32_t i = 0; i < 4; ++i) {
        const __m256i columns = Two(sums + starts[i], sums + starts[i + 4]);
        dot[i] = _mm256_add_epi32(dot[i], _mm256_madd_epi16(columns, Load(weights + i * 16)));
      }
      sums += 8;
      weights += 64;
    }
    Store(dots,
          _mm256_hadd_epi32(_mm256_hadd_epi32(dot[0], dot[1]), _mm256_hadd_epi32(dot[2], dot[3])));
  }

  static __m128i Divide4(const int32_t* dots, double offset, double inverse) {
    const __m256d dividend =
        _mm256_add_pd(_mm256_cvtepi32_pd(Load128(dots)), _mm256_set1_pd(offset));
    return _mm256_cvttpd_epi32(_mm256_mul_pd(dividend, _mm256_set1_pd(inverse)));
  }
  static void Divide8(const int32_t* dots, double offset, double inverse, uint8_t* grey) {
    const __m128i words =
        _mm_packs_epi32(Divide4(dots, offset, inverse), Divide4(dots + 4, offset, inverse));
    _mm_storel_epi64(reinterpret_cast<__m128i*>(grey), _mm_packus_epi16(words, words));
  }

  static constexpr uint32_t kTiles = 4;
  static __m256i HashSeed() { return _mm256_set1_epi64x(static_cast<int64_t>(kHashSeed)); }
  static __m256i LoadRow(const uint8_t* at) { return Load(at); }
  static __m256i Xor(__m256i a, __m256i b) { return _mm256_xor_si256(a, b); }
  static __m256i Round(__m256i h) {
    const __m256i low = _mm256_mul_epu32(h, _mm256_set1_epi64x(kHashLow));
    const __m256i high = _mm256_mul_epu32(_mm256_srli_epi64(h, 32), _mm256_set1_epi64x(kHashHigh));
    return _mm256_add_epi64(low, _mm256_shuffle_epi32(high, 0xb1));
  }
  static void StoreHashes(uint64_t* to, __m256i h) { Store(to, h); }
};

}  // namespace

constinit const Kernels kAvx2Kernels = MakeKernels<Avx2Steps>(Isa::kAvx2);

}  // namespace eevee
#endif
