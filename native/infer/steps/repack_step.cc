#include "infer/steps/step.h"

namespace eevee::infer {
namespace {

/// Walks a tensor's elements in the file's order: all of a channel, row by row, then the next's.
class Cursor {
 public:
  Cursor(const Shape& shape, const Layout& layout) : shape_(shape), layout_(layout) {}
  size_t At() const { return layout_.At(y_, x_) + static_cast<size_t>(c_); }
  void Next() {
    if (++x_ < shape_.width) return;
    x_ = 0;
    if (++y_ < shape_.height) return;
    y_ = 0;
    ++c_;
  }

 private:
  const Shape& shape_;
  const Layout& layout_;
  int32_t c_ = 0, y_ = 0, x_ = 0;
};

template <typename Element>
class RepackStep : public Step {
 public:
  RepackStep(const RepackOp& op, StepContext& context)
      : op_(op),
        in_(context.Info(op.input)),
        out_(context.Info(op.output)),
        from_(context.Where(op.input)),
        to_(context.Where(op.output)) {}

  void Run(uint8_t* const* tensors, size_t batch) const noexcept override {
    for (size_t sample = 0; sample < batch; ++sample) {
      const auto* in = reinterpret_cast<const Element*>(tensors[op_.input]) + sample * from_.sample;
      auto* out = reinterpret_cast<Element*>(tensors[op_.output]) + sample * to_.sample;
      if (out_.shape.Pixels() == 1) {
        out += to_.origin;
        Walk(in_.shape, from_, [&](size_t at) { *out++ = in[at]; });
      } else if (in_.shape.Pixels() == 1) {
        in += from_.origin;
        Walk(out_.shape, to_, [&](size_t at) { out[at] = *in++; });
      } else {
        Cursor source(in_.shape, from_);
        Cursor target(out_.shape, to_);
        for (int64_t i = 0; i < in_.shape.Elements(); ++i, source.Next(), target.Next()) {
          out[target.At()] = in[source.At()];
        }
      }
    }
  }

 private:
  /// The same order as Cursor, without a branch an element.
  template <typename Take>
  static void Walk(const Shape& shape, const Layout& layout, Take&& take) noexcept {
    for (size_t c = 0; c < layout.pixel; ++c) {
      for (int32_t y = 0; y < shape.height; ++y) {
        size_t at = layout.At(y, 0) + c;
        for (int32_t x = 0; x < shape.width; ++x, at += layout.pixel) take(at);
      }
    }
  }

  RepackOp op_;
  TensorInfo in_, out_;
  Layout from_, to_;
};

}  // namespace

std::unique_ptr<Step> MakeRepackStep(const RepackOp& op, StepContext& context) {
  if (context.Info(op.input).floating) return std::make_unique<RepackStep<float>>(op, context);
  return std::make_unique<RepackStep<uint8_t>>(op, context);
}

}  // namespace eevee::infer
