#include <string>
#include <utility>

#include "base/problem.h"
#include "vision/preprocess.h"

namespace eevee {
namespace {

[[noreturn]] void Refuse(std::string what, std::string field, uint64_t value) {
  throw ProblemError({.code = "resource.frame-invalid",
                      .message = "The frame cannot be read: " + std::move(what) + ".",
                      .remedy = "Check what the source of frames says of size, pitch and format.",
                      .field = std::move(field),
                      .value = std::to_string(value)});
}

void CheckSide(const char* name, uint32_t side) {
  if (side >= 1 && side <= kMaxFrameSide) return;
  Refuse(std::string(name) + " is " + std::to_string(side) + ", and has to be 1 to " +
             std::to_string(kMaxFrameSide) + " pixels",
         name, side);
}

void CheckInside(const char* name, uint32_t from, uint32_t scale, uint32_t size, uint32_t within) {
  // In 64 bits, where no sum of such values wraps around.
  if (uint64_t{from} + uint64_t{scale} * size <= within) return;
  Refuse("the game reaches beyond the picture's " + std::string(name) + " of " +
             std::to_string(within) + " pixels",
         "game." + std::string(name), size);
}

}  // namespace

void CheckFrame(const FrameView& frame) {
  const PictureView& picture = frame.picture;
  const uint32_t format = static_cast<uint32_t>(picture.format);
  if (format > static_cast<uint32_t>(PixelFormat::kRgb565)) {
    Refuse("pixel format " + std::to_string(format) + " is not known", "format", format);
  }
  CheckSide("width", picture.width);
  CheckSide("height", picture.height);
  if (picture.pitch < picture.width * BytesPerPixel(picture.format)) {
    Refuse("a pitch of " + std::to_string(picture.pitch) + " bytes is less than a row of " +
               std::to_string(picture.width) + " pixels",
           "pitch", picture.pitch);
  }
  if (picture.pixels == nullptr) Refuse("it has no pixels", "pixels", 0);
  const GamePlacement& game = frame.game;
  if (game.scale == 0) Refuse("the game's scale is 0", "game.scale", 0);
  CheckSide("game.width", game.width);
  CheckSide("game.height", game.height);
  CheckInside("width", game.x, game.scale, game.width, picture.width);
  CheckInside("height", game.y, game.scale, game.height, picture.height);
  if (frame.tile_x > 15) Refuse("its tiles begin beyond 15", "tile_x", frame.tile_x);
  if (frame.tile_y > 15) Refuse("its tiles begin beyond 15", "tile_y", frame.tile_y);
}

}  // namespace eevee
