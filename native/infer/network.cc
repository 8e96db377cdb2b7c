#include "infer/network.h"

#include <algorithm>
#include <cstring>
#include <new>

#include "infer/kernels/sets.h"
#include "infer/lower.h"
#include "infer/onnx.h"
#include "infer/plan.h"
#include "infer/refuse.h"
#include "infer/steps/step.h"

namespace eevee::infer {
namespace {

constexpr size_t kMostStepBytes = size_t{256} << 20;
constexpr size_t kMostArenaBytes = size_t{1} << 30;
constexpr int kLargestBatch = 65536;
constexpr std::align_val_t kAlignment{64};

/// The border of every sample holds the zero point; interiors are overwritten at each run.
void FillBorder(const TensorInfo& info, const Layout& layout, uint8_t* tensor, size_t batch) {
  if (info.floating || info.border == Border{}) return;
  std::memset(tensor, info.quantum.zero, layout.sample * batch);
}

}  // namespace

struct Network::Parts {
  const Kernels& kernels;
  Graph graph;
  Plan plan;
  std::vector<std::unique_ptr<Step>> steps;
  std::vector<InputInfo> inputs;
  std::vector<OutputInfo> outputs;

  const TensorInfo& Info(int tensor) const { return graph.tensors[static_cast<size_t>(tensor)]; }
};

Network::Network(std::unique_ptr<const Parts> parts) : parts_(std::move(parts)) {}
Network::~Network() = default;

std::shared_ptr<const Network> Network::Load(std::span<const uint8_t> onnx) {
  return LoadFor(KernelsFor(ChosenIsa()), onnx);
}

std::shared_ptr<const Network> Network::LoadFor(const Kernels& kernels,
                                                std::span<const uint8_t> onnx) {
  Graph graph = Lower(ReadOnnx(onnx));
  Plan plan = MakePlan(graph);
  auto parts =
      std::unique_ptr<Parts>(new Parts{kernels, std::move(graph), std::move(plan), {}, {}, {}});
  StepContext context = {parts->graph, parts->plan, kernels, kMostStepBytes};
  for (Op& op : parts->graph.ops) {
    parts->steps.push_back(MakeStep(op, context));
    // Packed now; the originals would only take memory.
    if (auto* conv = std::get_if<ConvOp>(&op)) conv->weights = {};
  }
  for (const GraphInput& input : parts->graph.inputs) {
    const TensorInfo& info = parts->Info(input.staging);
    parts->inputs.push_back({input.name, input.dims, static_cast<size_t>(info.shape.Elements()),
                             info.quantum.scale, info.quantum.zero});
  }
  for (const GraphOutput& output : parts->graph.outputs) {
    const TensorInfo& info = parts->Info(output.codes >= 0 ? output.codes : output.values);
    parts->outputs.push_back({output.name, output.dims, static_cast<size_t>(info.shape.Elements()),
                              output.codes >= 0, info.quantum.scale, info.quantum.zero});
  }
  return std::shared_ptr<const Network>(new Network(std::move(parts)));
}

const std::vector<InputInfo>& Network::inputs() const { return parts_->inputs; }
const std::vector<OutputInfo>& Network::outputs() const { return parts_->outputs; }
int64_t Network::macs() const { return parts_->graph.macs; }
const char* Network::isa() const { return parts_->kernels.name; }

void Runner::Free::operator()(uint8_t* memory) const noexcept {
  ::operator delete(memory, kAlignment);
}

Runner::Runner(std::shared_ptr<const Network> network, int max_batch)
    : network_(std::move(network)), max_batch_(static_cast<size_t>(std::max(max_batch, 0))) {
  if (max_batch < 1 || max_batch > kLargestBatch) {
    throw ProblemError({.code = "configuration.invalid",
                        .message = "A batch of " + std::to_string(max_batch) + " is not possible.",
                        .remedy = "Give maxBatch as a whole number from 1 to 65536.",
                        .field = "maxBatch",
                        .value = std::to_string(max_batch)});
  }
  const Network::Parts& parts = *network_->parts_;
  if (parts.plan.arena_bytes > kMostArenaBytes / max_batch_) {
    RefuseModel("a batch of " + std::to_string(max_batch) + " takes more than a gigabyte");
  }
  const size_t bytes = parts.plan.arena_bytes * max_batch_;
  arena_.reset(static_cast<uint8_t*>(::operator new(bytes, kAlignment)));
  std::memset(arena_.get(), 0, bytes);
  for (size_t i = 0; i < parts.graph.tensors.size(); ++i) {
    tensors_.push_back(arena_.get() + parts.plan.layouts[i].offset * max_batch_);
  }
  // Only tensors that an operation writes: the others have no memory of their own.
  for (const Op& op : parts.graph.ops) {
    const int output = std::visit([](const auto& some) { return some.output; }, op);
    const auto at = static_cast<size_t>(output);
    FillBorder(parts.graph.tensors[at], parts.plan.layouts[at], tensors_[at], max_batch_);
  }
}

Runner::~Runner() = default;

std::span<uint8_t> Runner::input(int index) noexcept {
  const GraphInput& input = network_->parts_->graph.inputs[static_cast<size_t>(index)];
  return {Tensor(input.staging),
          network_->inputs()[static_cast<size_t>(index)].elements * max_batch_};
}

void Runner::Run(int batch) noexcept {
  const auto count = std::clamp<size_t>(static_cast<size_t>(std::max(batch, 1)), 1, max_batch_);
  for (const auto& step : network_->parts_->steps) step->Run(tensors_.data(), count);
}

std::span<const float> Runner::output(int index) const noexcept {
  const GraphOutput& output = network_->parts_->graph.outputs[static_cast<size_t>(index)];
  return {reinterpret_cast<const float*>(Tensor(output.values)),
          network_->outputs()[static_cast<size_t>(index)].elements * max_batch_};
}

std::span<const uint8_t> Runner::quantised_output(int index) const noexcept {
  const GraphOutput& output = network_->parts_->graph.outputs[static_cast<size_t>(index)];
  if (output.codes < 0) return {};
  return {Tensor(output.codes),
          network_->outputs()[static_cast<size_t>(index)].elements * max_batch_};
}

}  // namespace eevee::infer
