#include "infer/steps/step.h"

#include "infer/refuse.h"

namespace eevee::infer {
namespace {

struct Maker {
  StepContext& context;
  using Made = std::unique_ptr<Step>;

  Made operator()(const ConvOp& op) const {
    const int32_t channels = context.Info(op.input).shape.channels;
    const bool depthwise = op.groups > 1 && op.groups == channels && op.channels == channels &&
                           !context.Info(op.output).floating;
    return depthwise ? MakeDepthwiseStep(op, context) : MakeConvStep(op, context);
  }
  Made operator()(const PoolOp& op) const { return MakePoolStep(op, context); }
  Made operator()(const BinaryOp& op) const { return MakeBinaryStep(op, context); }
  Made operator()(const LookupOp& op) const { return MakeLookupStep(op, context); }
  Made operator()(const RepackOp& op) const { return MakeRepackStep(op, context); }
  Made operator()(const DequantizeOp& op) const { return MakeDequantizeStep(op, context); }
  Made operator()(const QuantizeOp& op) const { return MakeQuantizeStep(op, context); }
  Made operator()(const SoftmaxOp& op) const { return MakeSoftmaxStep(op, context); }
  Made operator()(const ArgMaxOp& op) const { return MakeArgMaxStep(op, context); }
};

}  // namespace

void StepContext::Spend(uint64_t bytes) {
  if (bytes > budget) RefuseModel("its packed weights take more than 256 MiB");
  budget -= static_cast<size_t>(bytes);
}

std::unique_ptr<Step> MakeStep(const Op& op, StepContext& context) {
  return std::visit(Maker{context}, op);
}

}  // namespace eevee::infer
