#include <algorithm>

#include "infer/steps/step.h"

namespace eevee::infer {
namespace {

class PoolStep : public Step {
 public:
  PoolStep(const PoolOp& op, StepContext& context)
      : op_(op),
        in_(context.Info(op.input)),
        out_(context.Info(op.output)),
        from_(context.Where(op.input)),
        to_(context.Where(op.output)),
        pool_(op.maximum ? context.kernels.maximum : context.kernels.average) {}

  void Run(uint8_t* const* tensors, size_t batch) const noexcept override {
    for (size_t sample = 0; sample < batch; ++sample) {
      const uint8_t* in = tensors[op_.input] + sample * from_.sample;
      uint8_t* out = tensors[op_.output] + sample * to_.sample;
      for (int32_t y = 0; y < out_.shape.height; ++y) {
        const Span rows = Inside(y, op_.window.stride_y, op_.window.pad.top, op_.window.height,
                                 op_.window.dilation_y, in_.shape.height);
        for (int32_t x = 0; x < out_.shape.width; ++x) {
          const Span columns = Inside(x, op_.window.stride_x, op_.window.pad.left, op_.window.width,
                                      op_.window.dilation_x, in_.shape.width);
          RunPixel(in, out + to_.At(y, x), rows, columns);
        }
      }
    }
  }

 private:
  /// The part of a window along one side that lies in the picture.
  struct Span {
    int32_t first, count;
  };

  static Span Inside(int32_t at, int32_t stride, int32_t pad, int32_t kernel, int32_t dilation,
                     int32_t size) {
    const int32_t begin = at * stride - pad;
    const int32_t skipped = begin < 0 ? (-begin + dilation - 1) / dilation : 0;
    const int32_t first = begin + skipped * dilation;
    const int32_t fit = first < size ? (size - 1 - first) / dilation + 1 : 0;
    return {first, std::max(0, std::min(kernel - skipped, fit))};
  }

  void RunPixel(const uint8_t* in, uint8_t* out, Span rows, Span columns) const noexcept {
    const int32_t inside = rows.count * columns.count;
    if (inside == 0) {  // A window all in the padding.
      std::fill(out, out + to_.pixel, static_cast<uint8_t>(op_.maximum ? 0 : out_.quantum.zero));
      return;
    }
    PoolTask task = {};
    task.input = in + from_.At(rows.first, columns.first);
    task.row_bytes = from_.row * static_cast<size_t>(op_.window.dilation_y);
    task.pixel_bytes = from_.pixel * static_cast<size_t>(op_.window.dilation_x);
    task.rows = static_cast<size_t>(rows.count);
    task.columns = static_cast<size_t>(columns.count);
    task.channels = from_.pixel;
    task.output = out;
    const int32_t counted = op_.count_padding ? op_.window.height * op_.window.width : inside;
    task.bias = -inside * in_.quantum.zero;
    task.scale = op_.scale / static_cast<float>(counted);
    task.low = op_.low;
    task.high = op_.high;
    task.zero = out_.quantum.zero;
    pool_(task);
  }

  PoolOp op_;
  TensorInfo in_, out_;
  Layout from_, to_;
  void (*pool_)(const PoolTask&) noexcept;
};

}  // namespace

std::unique_ptr<Step> MakePoolStep(const PoolOp& op, StepContext& context) {
  return std::make_unique<PoolStep>(op, context);
}

}  // namespace eevee::infer
