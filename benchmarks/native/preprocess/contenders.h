#pragma once

#include <functional>
#include <string>
#include <vector>

#include "vision/preprocess.h"

namespace eevee::bench {

/// A picture of the size and format to preprocess, with something on it.
struct Scene {
  std::string name;
  std::vector<uint8_t> bytes;
  FrameView frame;
};

/// One way of doing the same work on one thread.
struct Contender {
  std::string name;
  std::function<void()> run;
};

/// 1920×1080 BGRA; a 480×432 BGRA window with a Game Boy's picture in it at scale 3; 160×144
/// RGB565 with the pitch that cores use.
std::vector<Scene> MakeScenes();

/// Ours, and one read of the pixels for the memory's own speed.
std::vector<Contender> OurContenders(const Scene& scene);

/// Those that were found when this was built: libyuv, OpenCV.
std::vector<Contender> Rivals(const Scene& scene);
/// The names of those that were not.
std::vector<std::string> MissingRivals();

/// Reads every byte once with the widest loads there are, and gives a sum, so that nothing is left
/// out.
uint64_t ReadOnce(const uint8_t* bytes, size_t count);

}  // namespace eevee::bench
