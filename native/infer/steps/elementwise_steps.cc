#include "infer/steps/step.h"

namespace eevee::infer {
namespace {

class BinaryStep : public Step {
 public:
  BinaryStep(const BinaryOp& op, StepContext& context)
      : op_(op),
        shape_(context.Info(op.output).shape),
        a_(context.Where(op.a)),
        b_(context.Where(op.b)),
        to_(context.Where(op.output)),
        run_(op.kind == BinaryOp::Kind::kSum ? context.kernels.sum : context.kernels.product) {
    task_.count = static_cast<size_t>(shape_.width) * to_.pixel;
    task_.zero_a = context.Info(op.a).quantum.zero;
    task_.zero_b = context.Info(op.b).quantum.zero;
    task_.scale_a = op.scale_a;
    task_.scale_b = op.scale_b;
    task_.low = op.low;
    task_.high = op.high;
    task_.zero = context.Info(op.output).quantum.zero;
  }

  void Run(uint8_t* const* tensors, size_t batch) const noexcept override {
    BinaryTask task = task_;
    for (size_t sample = 0; sample < batch; ++sample) {
      for (int32_t y = 0; y < shape_.height; ++y) {
        task.a = tensors[op_.a] + sample * a_.sample + a_.At(y, 0);
        task.b = tensors[op_.b] + sample * b_.sample + b_.At(y, 0);
        task.output = tensors[op_.output] + sample * to_.sample + to_.At(y, 0);
        run_(task);
      }
    }
  }

 private:
  BinaryOp op_;
  Shape shape_;
  Layout a_, b_, to_;
  void (*run_)(const BinaryTask&) noexcept;
  BinaryTask task_ = {};
};

class LookupStep : public Step {
 public:
  LookupStep(const LookupOp& op, StepContext& context)
      : op_(op),
        shape_(context.Info(op.input).shape),
        from_(context.Where(op.input)),
        to_(context.Where(op.output)) {}

  void Run(uint8_t* const* tensors, size_t batch) const noexcept override {
    for (size_t sample = 0; sample < batch; ++sample) {
      const uint8_t* in = tensors[op_.input] + sample * from_.sample;
      uint8_t* out = tensors[op_.output] + sample * to_.sample + static_cast<size_t>(op_.channel);
      for (int32_t y = 0; y < shape_.height; ++y) {
        for (int32_t x = 0; x < shape_.width; ++x) {
          const uint8_t* source = in + from_.At(y, x);
          uint8_t* target = out + to_.At(y + op_.row, x + op_.column);
          for (size_t c = 0; c < from_.pixel; ++c) target[c] = op_.table[source[c]];
        }
      }
    }
  }

 private:
  LookupOp op_;
  Shape shape_;
  Layout from_, to_;
};

}  // namespace

std::unique_ptr<Step> MakeBinaryStep(const BinaryOp& op, StepContext& context) {
  return std::make_unique<BinaryStep>(op, context);
}

std::unique_ptr<Step> MakeLookupStep(const LookupOp& op, StepContext& context) {
  return std::make_unique<LookupStep>(op, context);
}

}  // namespace eevee::infer
