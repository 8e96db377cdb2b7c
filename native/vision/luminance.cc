#include "vision/luminance.h"

#include "vision/kernels.h"

namespace eevee {

void ToLuminance(const PictureView& picture, uint8_t* grey) {
  const auto convert = BestKernels().grey[static_cast<size_t>(picture.format)];
  for (uint32_t y = 0; y < picture.height; ++y) {
    convert(picture.pixels + y * picture.pitch, picture.width, grey);
    grey += picture.width;
  }
}

}  // namespace eevee
