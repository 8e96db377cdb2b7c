// Compiled with AVX-512 F, BW, DQ and VL. The arithmetic is explained in kernels_sse4.cc.
#if defined(__x86_64__) || defined(_M_X64)
#include <immintrin.h>

#include "vision/kernels_simd.h"

namespace eevee {
namespace {

__m128i Load128(const void* at) { return _mm_loadu_si128(static_cast<const __m128i*>(at)); }
__m256i Load256(const void* at) { return _mm256_loadu_si256(static_cast<const __m256i*>(at)); }
__m512i Load(const void* at) { return _mm512_loadu_si512(at); }
void Store(void* at, __m512i value) { _mm512_storeu_si512(at, value); }
void Store256(void* at, __m256i value) { _mm256_storeu_si256(static_cast<__m256i*>(at), value); }

struct Avx512Steps {
  template <typename Format>
  static constexpr uint32_t kGreyPixels = sizeof(typename Format::Word) == 4 ? 64 : 32;

  static __m512i Sum16(const uint8_t* at) {
    const __m512i signed_pixels = _mm512_xor_si512(Load(at), _mm512_set1_epi8(-128));
    const __m512i pairs =
        _mm512_maddubs_epi16(_mm512_set1_epi32(29 | 150 << 8 | 77 << 16), signed_pixels);
    return _mm512_madd_epi16(pairs, _mm512_set1_epi16(1));
  }
  static __m512i Round32(__m512i sums) {
    const __m512i rounding = _mm512_set1_epi16(static_cast<int16_t>(0x8080));
    return _mm512_srli_epi16(_mm512_add_epi16(sums, rounding), 8);
  }
  static void Grey(Xrgb8888, const uint8_t* at, uint8_t* grey) {
    const __m512i low = Round32(_mm512_packs_epi32(Sum16(at), Sum16(at + 64)));
    const __m512i high = Round32(_mm512_packs_epi32(Sum16(at + 128), Sum16(at + 192)));
    // Packing works within quarters; this puts the groups of four pixels back in order.
    const __m512i order = _mm512_setr_epi32(0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15);
    Store(grey, _mm512_permutexvar_epi32(order, _mm512_packus_epi16(low, high)));
  }

  static __m512i Weigh16(__m512i red, __m512i green, __m512i blue) {
    const __m512i sum = _mm512_add_epi16(_mm512_mullo_epi16(red, _mm512_set1_epi16(77)),
                                         _mm512_mullo_epi16(green, _mm512_set1_epi16(150)));
    const __m512i rest =
        _mm512_add_epi16(_mm512_mullo_epi16(blue, _mm512_set1_epi16(29)), _mm512_set1_epi16(128));
    return _mm512_srli_epi16(_mm512_add_epi16(sum, rest), 8);
  }
  static __m512i Top5(__m512i words) {
    const __m512i top = _mm512_and_si512(words, _mm512_set1_epi16(static_cast<int16_t>(0xf800)));
    return _mm512_mulhi_epu16(top, _mm512_set1_epi16(264));
  }
  static __m512i Grey32(Rgb565, __m512i words) {
    const __m512i green = _mm512_mulhi_epu16(_mm512_and_si512(words, _mm512_set1_epi16(0x07e0)),
                                             _mm512_set1_epi16(65 * 128));
    return Weigh16(Top5(words), green, Top5(_mm512_slli_epi16(words, 11)));
  }
  static __m512i Grey32(Rgb1555, __m512i words) {
    return Weigh16(Top5(_mm512_slli_epi16(words, 1)), Top5(_mm512_slli_epi16(words, 6)),
                   Top5(_mm512_slli_epi16(words, 11)));
  }
  template <typename Format>
  static void Grey(Format format, const uint8_t* at, uint8_t* grey) {
    Store256(grey, _mm512_cvtepi16_epi8(Grey32(format, Load(at))));
  }

  static constexpr uint32_t kWeighPixels = 32;
  static __m512i Factor(uint32_t weight, uint16_t) {
    return _mm512_set1_epi16(static_cast<int16_t>(weight));
  }
  static __m512i Factor(uint32_t weight, uint32_t) {
    return _mm512_set1_epi32(static_cast<int32_t>(weight));
  }
  template <bool kFirst>
  static void Weigh(const uint8_t* grey, __m512i factor, uint16_t* sums) {
    __m512i sum = _mm512_mullo_epi16(_mm512_cvtepu8_epi16(Load256(grey)), factor);
    if (!kFirst) sum = _mm512_add_epi16(sum, Load(sums));
    Store(sums, sum);
  }
  template <bool kFirst>
  static void Weigh(const uint8_t* grey, __m512i factor, uint32_t* sums) {
    for (uint32_t i = 0; i < 32; i += 16) {
      __m512i sum = _mm512_madd_epi16(_mm512_cvtepu8_epi32(Load128(grey + i)), factor);
      if (!kFirst) sum = _mm512_add_epi32(sum, Load(sums + i));
      Store(sums + i, sum);
    }
  }

  // Sixteen outputs a step would need four loads a register; halves of it win nothing.
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
        dot[i] = _mm256_add_epi32(dot[i], _mm256_madd_epi16(columns, Load256(weights + i * 16)));
      }
      sums += 8;
      weights += 64;
    }
    Store256(dots, _mm256_hadd_epi32(_mm256_hadd_epi32(dot[0], dot[1]),
                                     _mm256_hadd_epi32(dot[2], dot[3])));
  }

  static void Divide8(const int32_t* dots, double offset, double inverse, uint8_t* grey) {
    const __m512d dividend =
        _mm512_add_pd(_mm512_cvtepi32_pd(Load256(dots)), _mm512_set1_pd(offset));
    const __m256i quotients = _mm512_cvttpd_epi32(_mm512_mul_pd(dividend, _mm512_set1_pd(inverse)));
    _mm_storel_epi64(reinterpret_cast<__m128i*>(grey), _mm256_cvtepi32_epi8(quotients));
  }

  static constexpr uint32_t kTiles = 4;
  static __m256i HashSeed() { return _mm256_set1_epi64x(static_cast<int64_t>(kHashSeed)); }
  static __m256i LoadRow(const uint8_t* at) { return Load256(at); }
  static __m256i Xor(__m256i a, __m256i b) { return _mm256_xor_si256(a, b); }
  static __m256i Round(__m256i h) {
    const __m256i low = _mm256_mul_epu32(h, _mm256_set1_epi64x(kHashLow));
    const __m256i high = _mm256_mul_epu32(_mm256_srli_epi64(h, 32), _mm256_set1_epi64x(kHashHigh));
    return _mm256_add_epi64(low, _mm256_shuffle_epi32(high, 0xb1));
  }
  static void StoreHashes(uint64_t* to, __m256i h) { Store256(to, h); }
};

}  // namespace

constinit const Kernels kAvx512Kernels = MakeKernels<Avx512Steps>(Isa::kAvx512);

}  // namespace eevee
#endif
