#include <algorithm>

#include "infer/refuse.h"
#include "infer/steps/conv_pack.h"

namespace eevee::infer {
namespace {

/// Neighbouring input bytes that one part of the window covers.
struct ByteRun {
  size_t offset;  // of its first byte, from the pixel's
  size_t bytes;
  int32_t y, x;  // place in the window of its first byte
};

/// A row of the window is one run where its pixels are neighbours with all their channels.
std::vector<ByteRun> RunsOf(const ConvOp& op, const Layout& from, size_t channels) {
  const auto size = [](int32_t value) { return static_cast<size_t>(value); };
  std::vector<ByteRun> runs;
  const bool whole_rows = op.groups == 1 && op.window.dilation_x == 1;
  for (int32_t y = 0; y < op.window.height; ++y) {
    const size_t row = size(y) * size(op.window.dilation_y) * from.row;
    if (whole_rows) {
      runs.push_back({row, size(op.window.width) * channels, y, 0});
      continue;
    }
    for (int32_t x = 0; x < op.window.width; ++x) {
      runs.push_back({row + size(x) * size(op.window.dilation_x) * from.pixel, channels, y, x});
    }
  }
  return runs;
}

/// Blocks that share a stream of weights. With one pixel the weights are read once, so that as many
/// as fit are multiplied by each input; with many, the weights of a group stay in the first cache.
size_t GroupBlocks(size_t blocks, size_t pixels) {
  const size_t most = pixels == 1 ? 8 : 4;
  const size_t groups = (blocks + most - 1) / most;
  return (blocks + groups - 1) / groups;
}

class ConvStep : public Step {
 public:
  ConvStep(const ConvOp& op, StepContext& context)
      : input_(static_cast<size_t>(op.input)),
        output_(static_cast<size_t>(op.output)),
        floating_(context.Info(op.output).floating),
        groups_(static_cast<size_t>(op.groups)),
        convolve_(context.kernels.convolve),
        pixels_(PixelOffsetsOf(op, context)) {
    const Layout& from = context.Where(op.input);
    const size_t in_channels = from.pixel / groups_;
    const size_t out_channels = static_cast<size_t>(op.channels) / groups_;
    const std::vector<ByteRun> runs = RunsOf(op, from, in_channels);
    const size_t blocks = (out_channels + kBlock - 1) / kBlock;
    size_t taps = 0;
    for (const ByteRun& run : runs) taps += (run.bytes + 3) / 4;
    context.Spend(uint64_t{groups_} * blocks * kBlock * (uint64_t{taps} * 4 + 8));
    context.Spend(uint64_t{taps} * 4);
    for (const ByteRun& run : runs) {
      for (size_t at = 0; at < run.bytes; at += 4) {
        tap_offsets_.push_back(static_cast<int32_t>(run.offset + at));
      }
    }

    const int32_t zero = context.Info(op.input).quantum.zero;
    const std::vector<int32_t> bias = FoldedBias(op, zero, context.kernels.signed_input);
    group_weights_ = blocks * kBlock * taps * 4;
    group_channels_ = blocks * kBlock;
    weights_.resize(groups_ * group_weights_);
    bias_.resize(groups_ * group_channels_);
    scale_.resize(groups_ * group_channels_);
    task_.group_blocks = GroupBlocks(blocks, pixels_.count);
    for (size_t channel = 0; channel < static_cast<size_t>(op.channels); ++channel) {
      const size_t at = channel / out_channels * group_channels_ + channel % out_channels;
      bias_[at] = bias[channel];
      scale_[at] = op.scale[channel];
      Pack(op, runs, in_channels, out_channels, blocks, channel);
    }
    task_.input_sample = from.sample;
    task_.pixels = pixels_.count;
    task_.pixel_offsets = pixels_.input.data();
    task_.output_offsets = pixels_.output.data();
    task_.tap_offsets = tap_offsets_.data();
    task_.taps = tap_offsets_.size();
    task_.channels = out_channels;
    task_.narrow_weights = std::all_of(op.weights.begin(), op.weights.end(),
                                       [](int8_t weight) { return weight >= -64 && weight < 64; });
    task_.output_sample = context.Where(op.output).sample;
    task_.low = op.low;
    task_.high = op.high;
    task_.zero = context.Info(op.output).quantum.zero;
    input_group_bytes_ = in_channels;
  }

  void Run(uint8_t* const* tensors, size_t batch) const noexcept override {
    ConvTask task = task_;
    task.batch = batch;
    for (size_t group = 0; group < groups_; ++group) {
      task.input = tensors[input_] + group * input_group_bytes_;
      task.weights = weights_.data() + group * group_weights_;
      task.bias = bias_.data() + group * group_channels_;
      task.scale = scale_.data() + group * group_channels_;
      const size_t first = group * task.channels;
      if (floating_) {
        task.float_output = reinterpret_cast<float*>(tensors[output_]) + first;
      } else {
        task.output = tensors[output_] + first;
      }
      convolve_(task);
    }
  }

 private:
  /// Writes one output channel's weights to the places that ConvTask describes.
  void Pack(const ConvOp& op, const std::vector<ByteRun>& runs, size_t in_channels,
            size_t out_channels, size_t blocks, size_t channel);

  size_t input_, output_;
  bool floating_;
  size_t groups_;
  void (*convolve_)(const ConvTask&) noexcept;
  PixelOffsets pixels_;
  std::vector<int32_t> tap_offsets_;
  std::vector<int8_t> weights_;
  std::vector<int32_t> bias_;
  std::vector<float> scale_;
  size_t group_weights_ = 0, group_channels_ = 0, input_group_bytes_ = 0;
  ConvTask task_ = {};
};

void ConvStep::Pack(const ConvOp& op, const std::vector<ByteRun>& runs, size_t in_channels,
                    size_t out_channels, size_t blocks, size_t channel) {
  const size_t width = static_cast<size_t>(op.window.width);
  const size_t area = width * static_cast<size_t>(op.window.height);
  const size_t lane = channel % out_channels % kBlock;
  const size_t block = channel % out_channels / kBlock;
  const size_t first = block / task_.group_blocks * task_.group_blocks;
  const size_t shared = std::min(task_.group_blocks, blocks - first);
  int8_t* to = weights_.data() + channel / out_channels * group_weights_ +
               first * kBlock * tap_offsets_.size() * 4;
  const int8_t* from = op.weights.data() + channel * in_channels * area;
  size_t tap = 0;
  for (const ByteRun& run : runs) {
    for (size_t byte = 0; byte < run.bytes; ++byte) {
      const size_t x = static_cast<size_t>(run.x) + byte / in_channels;
      const size_t y = static_cast<size_t>(run.y);
      to[(((tap + byte / 4) * shared + block - first) * kBlock + lane) * 4 + byte % 4] =
          from[byte % in_channels * area + y * width + x];
    }
    tap += (run.bytes + 3) / 4;
  }
}

}  // namespace

std::unique_ptr<Step> MakeConvStep(const ConvOp& op, StepContext& context) {
  return std::make_unique<ConvStep>(op, context);
}

}  // namespace eevee::infer
