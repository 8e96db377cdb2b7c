// AVX2: every x86 PC since about 2013 to 2015.
#include "infer/kernels/avx2_block.h"
#include "infer/kernels/portable.h"
#include "infer/kernels/sets.h"
#include "infer/kernels/tile.h"

namespace eevee::infer {
namespace {

/// vpmaddubsw adds two products in 16 bits and saturates: 2 · 255 · 64 is the most that fits.
struct Avx2Narrow : Avx2Block {
  static constexpr size_t kMostSums = 4;
  static constexpr size_t kMostBlocks = 4;
  static __m256i Add(__m256i sums, __m256i x, __m256i w) {
    const __m256i pairs = _mm256_maddubs_epi16(x, w);
    return _mm256_add_epi32(sums, _mm256_madd_epi16(pairs, _mm256_set1_epi16(1)));
  }
  static Sums Multiply(const Sums& sums, Inputs x, const Weights& w) {
    return {Add(sums.low, x, w.low), Add(sums.high, x, w.high)};
  }
};

/// Weights of the full range: even and odd bytes are widened to 16 bits, and products added in 32.
struct Avx2Wide : Avx2Narrow {
  static __m256i Add(__m256i sums, __m256i x, __m256i w) {
    const __m256i even = _mm256_madd_epi16(_mm256_and_si256(x, _mm256_set1_epi16(255)),
                                           _mm256_srai_epi16(_mm256_slli_epi16(w, 8), 8));
    const __m256i odd = _mm256_madd_epi16(_mm256_srli_epi16(x, 8), _mm256_srai_epi16(w, 8));
    return _mm256_add_epi32(sums, _mm256_add_epi32(even, odd));
  }
  static Sums Multiply(const Sums& sums, Inputs x, const Weights& w) {
    return {Add(sums.low, x, w.low), Add(sums.high, x, w.high)};
  }
};

void Convolve(const ConvTask& t) noexcept {
  if (t.narrow_weights) return ConvolveWith<Avx2Narrow>(t);
  ConvolveWith<Avx2Wide>(t);
}

}  // namespace

const Kernels kAvx2Kernels = {"avx2",  false, Convolve, Depthwise, Maximum,
                              Average, Sum,   Product,  Dequantize};

}  // namespace eevee::infer
