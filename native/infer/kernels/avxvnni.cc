// AVX-VNNI (VEX-encoded): Alder Lake and later, Zen 5. Not AVX512-VNNI: processors without AVX-512
// fault on its encoding.
#include "infer/kernels/avx2_block.h"
#include "infer/kernels/portable.h"
#include "infer/kernels/sets.h"
#include "infer/kernels/tile.h"

namespace eevee::infer {
namespace {

struct AvxVnni : Avx2Block {
  static constexpr size_t kMostSums = 6;
  static constexpr size_t kMostBlocks = 4;
  static Sums Multiply(const Sums& sums, Inputs x, const Weights& w) {
    return {_mm256_dpbusd_avx_epi32(sums.low, x, w.low),
            _mm256_dpbusd_avx_epi32(sums.high, x, w.high)};
  }
};

}  // namespace

const Kernels kAvxVnniKernels = {
    "avxvnni", false, ConvolveWith<AvxVnni>, Depthwise, Maximum, Average, Sum, Product, Dequantize};

}  // namespace eevee::infer
