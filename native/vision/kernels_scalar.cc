#include "vision/kernels_scalar.h"

namespace eevee {

constinit const Kernels kScalarKernels = {
    Isa::kScalar,
    {&ScalarGrey<Rgb1555>, &ScalarGrey<Xrgb8888>, &ScalarGrey<Rgb565>},
    {&ScalarGreyWeigh<Rgb1555>, &ScalarGreyWeigh<Xrgb8888>, &ScalarGreyWeigh<Rgb565>},
    &ScalarWeigh<uint16_t>,
    &ScalarWeigh<uint32_t>,
    &ScalarDots,
    &ScalarDivide,
    &ScalarHashTiles,
};

}  // namespace eevee
