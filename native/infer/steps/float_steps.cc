#include <algorithm>
#include <cmath>

#include "infer/steps/step.h"

// Steps to, from and on floats. All of them work on tensors without pixels or border, whose samples
// follow each other.
namespace eevee::infer {
namespace {

const float* Floats(const uint8_t* tensor) { return reinterpret_cast<const float*>(tensor); }
float* Floats(uint8_t* tensor) { return reinterpret_cast<float*>(tensor); }

class DequantizeStep : public Step {
 public:
  DequantizeStep(const DequantizeOp& op, StepContext& context)
      : op_(op),
        quantum_(context.Info(op.input).quantum),
        count_(context.Where(op.input).sample),
        dequantize_(context.kernels.dequantize) {
    for (int32_t code = 0; code < 256; ++code) {
      const float value = static_cast<float>(code - quantum_.zero) * quantum_.scale;
      linear_ = linear_ && op.table[static_cast<size_t>(code)] == value;
    }
  }

  void Run(uint8_t* const* tensors, size_t batch) const noexcept override {
    const uint8_t* codes = tensors[op_.input];
    float* values = Floats(tensors[op_.output]);
    const size_t count = count_ * batch;
    if (linear_) return dequantize_(codes, count, quantum_.zero, quantum_.scale, values);
    for (size_t i = 0; i < count; ++i) values[i] = op_.table[codes[i]];
  }

 private:
  DequantizeOp op_;
  Quantum quantum_;
  size_t count_;
  void (*dequantize_)(const uint8_t*, size_t, int32_t, float, float*) noexcept;
  bool linear_ = true;
};

class QuantizeStep : public Step {
 public:
  QuantizeStep(const QuantizeOp& op, StepContext& context)
      : op_(op),
        quantum_(context.Info(op.output).quantum),
        count_(context.Where(op.output).sample) {}

  void Run(uint8_t* const* tensors, size_t batch) const noexcept override {
    const float* values = Floats(static_cast<const uint8_t*>(tensors[op_.input]));
    uint8_t* codes = tensors[op_.output];
    const auto zero = static_cast<float>(quantum_.zero);
    for (size_t i = 0; i < count_ * batch; ++i) {
      const float code = std::nearbyint(values[i] / quantum_.scale) + zero;
      codes[i] = code > 0 ? static_cast<uint8_t>(std::min(code, 255.0f)) : uint8_t{0};
    }
  }

 private:
  QuantizeOp op_;
  Quantum quantum_;
  size_t count_;
};

class SoftmaxStep : public Step {
 public:
  SoftmaxStep(const SoftmaxOp& op) : op_(op) {}

  void Run(uint8_t* const* tensors, size_t batch) const noexcept override {
    const size_t axis = static_cast<size_t>(op_.axis);
    const size_t inner = static_cast<size_t>(op_.inner);
    for (size_t outer = 0; outer < static_cast<size_t>(op_.outer) * batch; ++outer) {
      for (size_t i = 0; i < inner; ++i) {
        const size_t first = outer * axis * inner + i;
        RunOne(Floats(static_cast<const uint8_t*>(tensors[op_.input])) + first,
               Floats(tensors[op_.output]) + first, axis, inner);
      }
    }
  }

 private:
  static void RunOne(const float* in, float* out, size_t count, size_t step) noexcept {
    float largest = in[0];
    for (size_t i = 1; i < count; ++i) largest = std::max(largest, in[i * step]);
    float sum = 0;
    for (size_t i = 0; i < count; ++i) sum += out[i * step] = std::exp(in[i * step] - largest);
    for (size_t i = 0; i < count; ++i) out[i * step] /= sum;
  }

  SoftmaxOp op_;
};

class ArgMaxStep : public Step {
 public:
  ArgMaxStep(const ArgMaxOp& op) : op_(op) {}

  void Run(uint8_t* const* tensors, size_t batch) const noexcept override {
    const float* in = Floats(static_cast<const uint8_t*>(tensors[op_.input]));
    float* out = Floats(tensors[op_.output]);
    const size_t axis = static_cast<size_t>(op_.axis);
    const size_t inner = static_cast<size_t>(op_.inner);
    for (size_t outer = 0; outer < static_cast<size_t>(op_.outer) * batch; ++outer) {
      for (size_t i = 0; i < inner; ++i) {
        const float* values = in + outer * axis * inner + i;
        size_t best = 0;
        for (size_t at = 1; at < axis; ++at) {
          const float value = values[at * inner];
          if (value > values[best * inner] || (op_.last && value == values[best * inner]))
            best = at;
        }
        out[outer * inner + i] = static_cast<float>(best);
      }
    }
  }

 private:
  ArgMaxOp op_;
};

}  // namespace

std::unique_ptr<Step> MakeDequantizeStep(const DequantizeOp& op, StepContext& context) {
  return std::make_unique<DequantizeStep>(op, context);
}
std::unique_ptr<Step> MakeQuantizeStep(const QuantizeOp& op, StepContext& context) {
  return std::make_unique<QuantizeStep>(op, context);
}
std::unique_ptr<Step> MakeSoftmaxStep(const SoftmaxOp& op, StepContext&) {
  return std::make_unique<SoftmaxStep>(op);
}
std::unique_ptr<Step> MakeArgMaxStep(const ArgMaxOp& op, StepContext&) {
  return std::make_unique<ArgMaxStep>(op);
}

}  // namespace eevee::infer
