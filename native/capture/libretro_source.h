#pragma once

#include "capture/frame_source.h"
#include "capture/libretro_host.h"

namespace eevee {

/// A libretro core as a source of frames. Its sound goes to `sound`.
class LibretroSource final : public FrameSource, private CoreOutput {
 public:
  /// Throws what LibretroHost throws.
  LibretroSource(const LoadOptions& options, SoundSink& sound);

  FrameFacts Next(uint16_t buttons, PictureSink& sink) override;
  double rate() const override { return host_.av_info().timing.fps; }
  PictureSize size() const override;
  PictureSize largest() const override;

  LibretroHost& host() { return host_; }

 private:
  void OnPicture(const PictureView& picture) override;
  void OnSamples(const int16_t* samples, size_t pairs) override {
    sound_.OnSamples(samples, pairs);
  }

  SoundSink& sound_;
  PictureSink* sink_ = nullptr;
  int64_t taken_at_ns_ = 0;
  bool pictured_ = false;
  LibretroHost host_;
};

}  // namespace eevee
