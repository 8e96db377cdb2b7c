#include "infer/steps/conv_pack.h"

namespace eevee::infer {
namespace {

class DepthwiseStep : public Step {
 public:
  DepthwiseStep(const ConvOp& op, StepContext& context)
      : input_(static_cast<size_t>(op.input)),
        output_(static_cast<size_t>(op.output)),
        input_sample_(context.Where(op.input).sample),
        output_sample_(context.Where(op.output).sample),
        depthwise_(context.kernels.depthwise),
        pixels_(PixelOffsetsOf(op, context)),
        bias_(FoldedBias(op, context.Info(op.input).quantum.zero, false)),
        scale_(op.scale) {
    const Layout& from = context.Where(op.input);
    const auto size = [](int32_t value) { return static_cast<size_t>(value); };
    const size_t channels = size(op.channels);
    context.Spend(op.weights.size() + 8 * channels);
    for (int32_t y = 0; y < op.window.height; ++y) {
      for (int32_t x = 0; x < op.window.width; ++x) {
        tap_offsets_.push_back(
            static_cast<int32_t>(size(y) * size(op.window.dilation_y) * from.row +
                                 size(x) * size(op.window.dilation_x) * from.pixel));
      }
    }
    const size_t taps = tap_offsets_.size();
    weights_.resize(taps * channels);
    for (size_t i = 0; i < weights_.size(); ++i) {
      weights_[i % taps * channels + i / taps] = op.weights[i];
    }
    task_.pixel_offsets = pixels_.input.data();
    task_.pixels = pixels_.count;
    task_.tap_offsets = tap_offsets_.data();
    task_.taps = taps;
    task_.weights = weights_.data();
    task_.bias = bias_.data();
    task_.scale = scale_.data();
    task_.channels = channels;
    task_.output_offsets = pixels_.output.data();
    task_.low = op.low;
    task_.high = op.high;
    task_.zero = context.Info(op.output).quantum.zero;
  }

  void Run(uint8_t* const* tensors, size_t batch) const noexcept override {
    DepthwiseTask task = task_;
    for (size_t sample = 0; sample < batch; ++sample) {
      task.input = tensors[input_] + sample * input_sample_;
      task.output = tensors[output_] + sample * output_sample_;
      depthwise_(task);
    }
  }

 private:
  size_t input_, output_, input_sample_, output_sample_;
  void (*depthwise_)(const DepthwiseTask&) noexcept;
  PixelOffsets pixels_;
  std::vector<int32_t> tap_offsets_;
  std::vector<int8_t> weights_;
  std::vector<int32_t> bias_;
  std::vector<float> scale_;
  DepthwiseTask task_ = {};
};

}  // namespace

std::unique_ptr<Step> MakeDepthwiseStep(const ConvOp& op, StepContext& context) {
  return std::make_unique<DepthwiseStep>(op, context);
}

}  // namespace eevee::infer
