#include <memory>

#include "contenders.h"

#ifdef HAVE_LIBYUV
#include <libyuv.h>
#endif
#ifdef HAVE_OPENCV
#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>
#endif

namespace eevee::bench {
namespace {

constexpr int kSide = 84;

#ifdef HAVE_LIBYUV
// libyuv has no way from RGB565 to grey but through ARGB.
Contender LibyuvContender(const Scene& scene) {
  const PictureView picture = scene.frame.picture;
  const int width = static_cast<int>(picture.width);
  const int height = static_cast<int>(picture.height);
  const int pitch = static_cast<int>(picture.pitch);
  struct Room {
    std::vector<uint8_t> argb;
    std::vector<uint8_t> grey;
    std::vector<uint8_t> small = std::vector<uint8_t>(kSide * kSide);
  };
  auto room = std::make_shared<Room>();
  room->grey.resize(size_t{picture.width} * picture.height);
  const bool is_565 = picture.format == PixelFormat::kRgb565;
  if (is_565) room->argb.resize(room->grey.size() * 4);
  return {"libyuv: grey, then box", [=] {
            const uint8_t* argb = picture.pixels;
            int argb_pitch = pitch;
            if (is_565) {
              argb = room->argb.data();
              argb_pitch = width * 4;
              libyuv::RGB565ToARGB(picture.pixels, pitch, room->argb.data(), argb_pitch, width,
                                   height);
            }
            libyuv::ARGBToJ400(argb, argb_pitch, room->grey.data(), width, width, height);
            libyuv::ScalePlane(room->grey.data(), width, width, height, room->small.data(), kSide,
                               kSide, kSide, libyuv::kFilterBox);
          }};
}
#endif

#ifdef HAVE_OPENCV
Contender OpenCvContender(const Scene& scene, bool grey_first) {
  cv::setNumThreads(1);
  const PictureView picture = scene.frame.picture;
  const bool is_565 = picture.format == PixelFormat::kRgb565;
  auto* const pixels = const_cast<uint8_t*>(picture.pixels);
  const cv::Mat frame(static_cast<int>(picture.height), static_cast<int>(picture.width),
                      is_565 ? CV_8UC2 : CV_8UC4, pixels, picture.pitch);
  auto first = std::make_shared<cv::Mat>();
  auto second = std::make_shared<cv::Mat>();
  const auto code = is_565 ? cv::COLOR_BGR5652GRAY : cv::COLOR_BGRA2GRAY;
  const cv::Size size(kSide, kSide);
  if (grey_first) {
    return {"OpenCV: grey, then area", [=] {
              cv::cvtColor(frame, *first, code);
              cv::resize(*first, *second, size, 0, 0, cv::INTER_AREA);
            }};
  }
  return {"OpenCV: area, then grey", [=] {
            cv::resize(frame, *first, size, 0, 0, cv::INTER_AREA);
            cv::cvtColor(*first, *second, code);
          }};
}
#endif

}  // namespace

std::vector<Contender> Rivals([[maybe_unused]] const Scene& scene) {
  std::vector<Contender> all;
#ifdef HAVE_LIBYUV
  all.push_back(LibyuvContender(scene));
#endif
#ifdef HAVE_OPENCV
  all.push_back(OpenCvContender(scene, true));
  // The mean of packed 16-bit pixels would be no colour.
  if (scene.frame.picture.format == kBgra8888) all.push_back(OpenCvContender(scene, false));
#endif
  return all;
}

std::vector<std::string> MissingRivals() {
  std::vector<std::string> missing;
#ifndef HAVE_LIBYUV
  missing.emplace_back("libyuv (Debian: libyuv-dev)");
#endif
#ifndef HAVE_OPENCV
  missing.emplace_back("OpenCV (Debian: libopencv-dev)");
#endif
  return missing;
}

}  // namespace eevee::bench
