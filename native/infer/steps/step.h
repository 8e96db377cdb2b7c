#pragma once

#include <cstdint>
#include <memory>

#include "infer/graph.h"
#include "infer/kernels/kernels.h"
#include "infer/plan.h"

namespace eevee::infer {

/// One operation, ready to run: weights packed, every address but the arena's known. Immutable, so
/// that many runners share it.
class Step {
 public:
  virtual ~Step() = default;
  /// `tensors[i]` is where the first sample of tensor i begins, border included.
  virtual void Run(uint8_t* const* tensors, size_t batch) const noexcept = 0;
};

/// What making a step needs.
struct StepContext {
  const Graph& graph;
  const Plan& plan;
  const Kernels& kernels;
  /// Bytes that packed weights and tables may still take.
  size_t budget;

  const TensorInfo& Info(int tensor) const { return graph.tensors[static_cast<size_t>(tensor)]; }
  const Layout& Where(int tensor) const { return plan.layouts[static_cast<size_t>(tensor)]; }
  /// Takes from the budget; throws `resource.model-invalid` where that is not enough.
  void Spend(uint64_t bytes);
};

std::unique_ptr<Step> MakeConvStep(const ConvOp& op, StepContext& context);
std::unique_ptr<Step> MakeDepthwiseStep(const ConvOp& op, StepContext& context);
std::unique_ptr<Step> MakePoolStep(const PoolOp& op, StepContext& context);
std::unique_ptr<Step> MakeBinaryStep(const BinaryOp& op, StepContext& context);
std::unique_ptr<Step> MakeLookupStep(const LookupOp& op, StepContext& context);
std::unique_ptr<Step> MakeRepackStep(const RepackOp& op, StepContext& context);
std::unique_ptr<Step> MakeDequantizeStep(const DequantizeOp& op, StepContext& context);
std::unique_ptr<Step> MakeQuantizeStep(const QuantizeOp& op, StepContext& context);
std::unique_ptr<Step> MakeSoftmaxStep(const SoftmaxOp& op, StepContext& context);
std::unique_ptr<Step> MakeArgMaxStep(const ArgMaxOp& op, StepContext& context);

/// The step for any operation.
std::unique_ptr<Step> MakeStep(const Op& op, StepContext& context);

}  // namespace eevee::infer
