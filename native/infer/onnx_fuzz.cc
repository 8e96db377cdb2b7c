#include "infer/onnx_fuzz.h"

#include "base/problem.h"
#include "infer/kernels/sets.h"
#include "infer/network.h"

namespace eevee::infer {
namespace {

// Sound models may ask for minutes of work; a fuzzer has none.
constexpr int64_t kMostMacs = 1 << 24;
constexpr size_t kMostElements = 1 << 22;

}  // namespace

void LoadAndRun(const uint8_t* bytes, size_t size) {
  try {
    const auto network = Network::Load({bytes, size});
    size_t elements = 0;
    for (const InputInfo& input : network->inputs()) elements += input.elements;
    if (network->macs() > kMostMacs || elements > kMostElements) return;
    Runner runner(network, 2);
    for (size_t i = 0; i < network->inputs().size(); ++i) {
      uint8_t code = 0;
      for (uint8_t& x : runner.input(static_cast<int>(i)))
        x = code = static_cast<uint8_t>(code * 5 + 1);
    }
    runner.Run(2);
  } catch (const ProblemError& error) {
    if (error.problem().code != "resource.model-invalid") throw;
  }
}

}  // namespace eevee::infer

#ifdef EEVEE_FUZZER
// native/fuzz.js builds it with clang and runs it.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* bytes, size_t size) {
  eevee::infer::LoadAndRun(bytes, size);
  return 0;
}
#endif
