#include "capture/libretro_source.h"

#include "base/clock.h"

namespace eevee {

LibretroSource::LibretroSource(const LoadOptions& options, SoundSink& sound)
    : sound_(sound), host_(options, *this) {}

FrameFacts LibretroSource::Next(uint16_t buttons, PictureSink& sink) {
  sink_ = &sink;
  pictured_ = false;
  host_.RunFrame(buttons);
  return {.outcome = pictured_ ? FrameFacts::kPicture : FrameFacts::kNothingNew,
          .taken_at_ns = taken_at_ns_};
}

void LibretroSource::OnPicture(const PictureView& picture) {
  // Some cores draw while they load; nobody has asked for a picture then.
  if (sink_ == nullptr) return;
  pictured_ = true;
  taken_at_ns_ = MonotonicNs();
  sink_->OnPicture(picture);
}

PictureSize LibretroSource::size() const {
  const lr_geometry& size = host_.av_info().geometry;
  return {size.base_width, size.base_height};
}

PictureSize LibretroSource::largest() const {
  const lr_geometry& size = host_.av_info().geometry;
  return {size.max_width, size.max_height};
}

}  // namespace eevee
