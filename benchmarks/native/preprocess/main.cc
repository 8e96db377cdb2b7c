// preprocess_bench <hot rounds> <paced ticks a contender>: prints one JSON object of all times, in
// nanoseconds; benchmarks/native/preprocess.ts makes the table of it.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <thread>

#include "base/clock.h"
#include "base/problem.h"
#include "common/times.h"
#include "contenders.h"

namespace eevee::bench {
namespace {

int64_t TimeOf(const Contender& contender) {
  const int64_t start = MonotonicNs();
  contender.run();
  return MonotonicNs() - start;
}

using Times = std::vector<std::vector<int64_t>>;

/// Contenders take turns of a few runs, so that what the machine does beside hits all of them; the
/// first runs of a turn only bring what they need back into the caches.
Times RunHot(const std::vector<Contender>& contenders, int rounds) {
  constexpr int kWarmUps = 3;
  constexpr int kRuns = 10;
  Times times(contenders.size());
  for (int round = 0; round < rounds; ++round) {
    for (size_t i = 0; i < contenders.size(); ++i) {
      for (int run = 0; run < kWarmUps; ++run) contenders[i].run();
      for (int run = 0; run < kRuns; ++run) times[i].push_back(TimeOf(contenders[i]));
    }
  }
  return times;
}

/// One contender a 60th of a second, in turns: each meets caches and clocks as a frame thread does.
Times RunPaced(const std::vector<Contender>& contenders, int ticks) {
  Times times(contenders.size());
  auto next = std::chrono::steady_clock::now();
  for (int tick = 0; tick < ticks; ++tick) {
    for (size_t i = 0; i < contenders.size(); ++i) {
      next += std::chrono::microseconds(16667);
      std::this_thread::sleep_until(next);
      times[i].push_back(TimeOf(contenders[i]));
    }
  }
  return times;
}

void PrintScene(const Scene& scene, int rounds, int ticks) {
  std::vector<Contender> contenders = OurContenders(scene);
  for (Contender& rival : Rivals(scene)) contenders.push_back(std::move(rival));
  // Small frames are quick: more of them in the same time.
  const bool small = scene.bytes.size() < 1u << 20;
  Times hot = RunHot(contenders, small ? rounds * 20 : rounds);
  Times paced = RunPaced(contenders, ticks);
  std::printf("{\"name\":\"%s\",\"contenders\":[", scene.name.c_str());
  for (size_t i = 0; i < contenders.size(); ++i) {
    std::printf("%s{\"name\":\"%s\",", i == 0 ? "" : ",", contenders[i].name.c_str());
    PrintTimes("hot", hot[i]);
    std::printf(",");
    PrintTimes("paced", paced[i]);
    std::printf("}");
  }
  std::printf("]}");
}

void PrintAll(int rounds, int ticks) {
  std::printf("{\"cpu\":\"%s\",\"isa\":\"%s\",\"missing\":[", CpuName().c_str(),
              IsaName(BestKernels().isa));
  const char* comma = "";
  for (const std::string& missing : MissingRivals()) {
    std::printf("%s\"%s\"", comma, missing.c_str());
    comma = ",";
  }
  std::printf("],\"scenes\":[");
  comma = "";
  for (const Scene& scene : MakeScenes()) {
    std::printf("%s", comma);
    PrintScene(scene, rounds, ticks);
    comma = ",";
  }
  std::printf("]}\n");
}

}  // namespace
}  // namespace eevee::bench

int main(int count, char** arguments) {
  if (count != 3) {
    std::fprintf(stderr, "usage: preprocess_bench <hot rounds> <paced ticks a contender>\n");
    return 2;
  }
  try {
    eevee::bench::PrintAll(std::max(1, std::atoi(arguments[1])),
                           std::max(0, std::atoi(arguments[2])));
  } catch (const eevee::ProblemError& error) {
    std::fprintf(stderr, "%s %s\n", error.what(), error.problem().remedy.c_str());
    return 1;
  }
}
