#include "contenders.h"

#include <memory>
#include <random>

#include "vision/luminance.h"

namespace eevee::bench {
namespace {

Scene MakeScene(const char* name, uint32_t width, uint32_t height, PixelFormat format, size_t pitch,
                uint32_t square) {
  Scene scene{name, std::vector<uint8_t>(pitch * height), {}};
  std::mt19937 random(1);
  std::vector<uint8_t> row(pitch);
  const size_t bytes = BytesPerPixel(format);
  for (uint32_t y = 0; y < height; ++y) {
    for (uint32_t x = 0; x < width && y % square == 0; x += square) {
      for (size_t byte = 0; byte < bytes; ++byte) {
        const auto value = static_cast<uint8_t>(random());
        for (uint32_t i = 0; i < square; ++i) row[(x + i) * bytes + byte] = value;
      }
    }
    std::copy(row.begin(), row.end(), scene.bytes.begin() + static_cast<ptrdiff_t>(y * pitch));
  }
  scene.frame = FrameView::Whole({scene.bytes.data(), width, height, pitch, format});
  scene.frame.game = {0, 0, square, width / square, height / square};
  return scene;
}

/// A pass with a preprocessor of its own; what it gives stays in it.
Contender Pass(const char* name, const Scene& scene, const PreprocessConfig& config) {
  auto preprocessor = std::make_shared<Preprocessor>(config);
  auto output = std::make_shared<PreprocessOutput>();
  const FrameView frame = scene.frame;
  return {name, [=] { preprocessor->Run(frame, *output); }};
}

}  // namespace

std::vector<Scene> MakeScenes() {
  std::vector<Scene> scenes;
  scenes.push_back(MakeScene("1920x1080 BGRA", 1920, 1080, kBgra8888, 1920 * 4, 1));
  scenes.push_back(MakeScene("480x432 BGRA window, game at 3x", 480, 432, kBgra8888, 480 * 4, 3));
  scenes.push_back(MakeScene("160x144 RGB565", 160, 144, PixelFormat::kRgb565, 512, 1));
  return scenes;
}

std::vector<Contender> OurContenders(const Scene& scene) {
  std::vector<Contender> all;
  all.push_back(Pass("ours: 84x84", scene, {84, 84, false, false}));
  all.push_back(Pass("ours: 84x84, grey, tile hashes", scene, {84, 84, true, true}));
  all.push_back(Pass("ours: grey", scene, {0, 0, true, false}));
  // What is read of padded rows is not the padding, but counting rows one by one costs more.
  const PictureView picture = scene.frame.picture;
  const size_t bytes = picture.width * picture.height * BytesPerPixel(picture.format);
  auto sink = std::make_shared<uint64_t>();
  all.push_back({"read once", [=] { *sink += ReadOnce(picture.pixels, bytes); }});
  return all;
}

}  // namespace eevee::bench
