// Compiled with SSE4.1.
#if defined(__x86_64__) || defined(_M_X64)
#include <smmintrin.h>

#include "vision/kernels_simd.h"

namespace eevee {
namespace {

__m128i Load(const void* at) { return _mm_loadu_si128(static_cast<const __m128i*>(at)); }
void Store(void* at, __m128i value) { _mm_storeu_si128(static_cast<__m128i*>(at), value); }

/// The steps that kernels_simd.h puts together.
struct Sse4Steps {
  /// Pixels of one Grey step.
  template <typename Format>
  static constexpr uint32_t kGreyPixels = 16;

  /// `pmaddubsw` multiplies unsigned by signed bytes: the weights are the unsigned ones (150 is no
  /// signed byte), the channels are shifted down by 128, and the whole sum by 256 · 128, which
  /// makes it fit 16 signed bits. Adding 32768 + 128 puts it back and rounds.
  static __m128i Sum4(const uint8_t* at) {
    const __m128i signed_pixels = _mm_xor_si128(Load(at), _mm_set1_epi8(-128));
    const __m128i pairs =
        _mm_maddubs_epi16(_mm_set1_epi32(29 | 150 << 8 | 77 << 16), signed_pixels);
    return _mm_madd_epi16(pairs, _mm_set1_epi16(1));
  }
  static __m128i Round8(__m128i sums) {
    return _mm_srli_epi16(_mm_add_epi16(sums, _mm_set1_epi16(static_cast<int16_t>(0x8080))), 8);
  }
  static void Grey(Xrgb8888, const uint8_t* at, uint8_t* grey) {
    const __m128i low = Round8(_mm_packs_epi32(Sum4(at), Sum4(at + 16)));
    const __m128i high = Round8(_mm_packs_epi32(Sum4(at + 32), Sum4(at + 48)));
    Store(grey, _mm_packus_epi16(low, high));
  }

  /// With a 5-bit channel in the top bits of a word, the high half of its product with 264
  /// (33 / 4 · 65536 / 2048) is the channel widened to 8 bits; other places need other factors.
  static __m128i Weigh16(__m128i red, __m128i green, __m128i blue) {
    const __m128i sum = _mm_add_epi16(_mm_mullo_epi16(red, _mm_set1_epi16(77)),
                                      _mm_mullo_epi16(green, _mm_set1_epi16(150)));
    const __m128i rest =
        _mm_add_epi16(_mm_mullo_epi16(blue, _mm_set1_epi16(29)), _mm_set1_epi16(128));
    return _mm_srli_epi16(_mm_add_epi16(sum, rest), 8);
  }
  static __m128i Top5(__m128i words) {
    const __m128i top = _mm_and_si128(words, _mm_set1_epi16(static_cast<int16_t>(0xf800)));
    return _mm_mulhi_epu16(top, _mm_set1_epi16(264));
  }
  static __m128i Grey8(Rgb565, __m128i words) {
    const __m128i green =
        _mm_mulhi_epu16(_mm_and_si128(words, _mm_set1_epi16(0x07e0)), _mm_set1_epi16(65 * 128));
    return Weigh16(Top5(words), green, Top5(_mm_slli_epi16(words, 11)));
  }
  static __m128i Grey8(Rgb1555, __m128i words) {
    return Weigh16(Top5(_mm_slli_epi16(words, 1)), Top5(_mm_slli_epi16(words, 6)),
                   Top5(_mm_slli_epi16(words, 11)));
  }
  template <typename Format>
  static void Grey(Format format, const uint8_t* at, uint8_t* grey) {
    Store(grey, _mm_packus_epi16(Grey8(format, Load(at)), Grey8(format, Load(at + 16))));
  }

  static constexpr uint32_t kWeighPixels = 16;
  static __m128i Factor(uint32_t weight, uint16_t) {
    return _mm_set1_epi16(static_cast<int16_t>(weight));
  }
  static __m128i Factor(uint32_t weight, uint32_t) {
    return _mm_set1_epi32(static_cast<int32_t>(weight));
  }
  template <bool kFirst>
  static void Weigh(const uint8_t* grey, __m128i factor, uint16_t* sums) {
    const __m128i bytes = Load(grey);
    __m128i low = _mm_mullo_epi16(_mm_cvtepu8_epi16(bytes), factor);
    __m128i high = _mm_mullo_epi16(_mm_unpackhi_epi8(bytes, _mm_setzero_si128()), factor);
    if (!kFirst) low = _mm_add_epi16(low, Load(sums));
    if (!kFirst) high = _mm_add_epi16(high, Load(sums + 8));
    Store(sums, low);
    Store(sums + 8, high);
  }
  template <bool kFirst>
  static void Weigh(const uint8_t* grey, __m128i factor, uint32_t* sums) {
    for (uint32_t i = 0; i < 16; i += 4) {
      int32_t four;
      std::memcpy(&four, grey + i, sizeof four);
      // Both factors fit 16 bits, and their upper halves are 0: the pairwise product is the
      // product.
      __m128i sum = _mm_madd_epi16(_mm_cvtepu8_epi32(_mm_cvtsi32_si128(four)), factor);
      if (!kFirst) sum = _mm_add_epi32(sum, Load(sums + i));
      Store(sums + i, sum);
    }
  }

  static void Dots4(const uint16_t* sums, const uint32_t* starts, const int16_t* weights,
                    uint32_t blocks, int32_t* dots) {
    __m128i dot[4] = {_mm_setzero_si128(), _mm_setzero_si128(), _mm_setzero_si128(),
                      _mm_setzero_si128()};
    for (uint32_t block = 0; block < blocks; ++block) {
      for (uint32_t i = 0; i < 4; ++i) {
        const __m128i products = _mm_madd_epi16(Load(sums + starts[i]), Load(weights + i * 16));
        dot[i] = _mm_add_epi32(dot[i], products);
      }
      sums += 8;
      weights += 64;
    }
    Store(dots, _mm_hadd_epi32(_mm_hadd_epi32(dot[0], dot[1]), _mm_hadd_epi32(dot[2], dot[3])));
  }
  static void Dots8(const uint16_t* sums, const uint32_t* starts, const int16_t* weights,
                    uint32_t blocks, int32_t* dots) {
    Dots4(sums, starts, weights, blocks, dots);
    Dots4(sums, starts + 4, weights + TapPlace(4) * 8, blocks, dots + 4);
  }

  static void Divide8(const int32_t* dots, double offset, double inverse, uint8_t* grey) {
    __m128i quotients[4];
    for (uint32_t i = 0; i < 4; ++i) {
      const __m128i two = _mm_loadl_epi64(reinterpret_cast<const __m128i*>(dots + 2 * i));
      const __m128d dividend = _mm_add_pd(_mm_cvtepi32_pd(two), _mm_set1_pd(offset));
      quotients[i] = _mm_cvttpd_epi32(_mm_mul_pd(dividend, _mm_set1_pd(inverse)));
    }
    const __m128i words = _mm_packs_epi32(_mm_unpacklo_epi64(quotients[0], quotients[1]),
                                          _mm_unpacklo_epi64(quotients[2], quotients[3]));
    _mm_storel_epi64(reinterpret_cast<__m128i*>(grey), _mm_packus_epi16(words, words));
  }

  /// Hashing: one 64-bit lane a tile.
  static constexpr uint32_t kTiles = 2;
  static __m128i HashSeed() { return _mm_set1_epi64x(static_cast<int64_t>(kHashSeed)); }
  static __m128i LoadRow(const uint8_t* at) { return Load(at); }
  static __m128i Xor(__m128i a, __m128i b) { return _mm_xor_si128(a, b); }
  static __m128i Round(__m128i h) {
    const __m128i low = _mm_mul_epu32(h, _mm_set1_epi64x(kHashLow));
    const __m128i high = _mm_mul_epu32(_mm_srli_epi64(h, 32), _mm_set1_epi64x(kHashHigh));
    return _mm_add_epi64(low, _mm_shuffle_epi32(high, 0xb1));
  }
  static void StoreHashes(uint64_t* to, __m128i h) { Store(to, h); }
};

}  // namespace

constinit const Kernels kSse4Kernels = MakeKernels<Sse4Steps>(Isa::kSse4);

}  // namespace eevee
#endif
