#include "infer/lowering.h"

// What networks end with: they work on floats in the file's order.
namespace eevee::infer {
namespace {

/// Splits dimensions at an axis into those before it, itself, and those after.
template <typename Op>
void Split(const std::vector<int64_t>& dims, size_t axis, Op& op) {
  op.axis = static_cast<int32_t>(dims[axis]);
  for (size_t i = 0; i < axis; ++i) op.outer *= static_cast<int32_t>(dims[i]);
  for (size_t i = axis + 1; i < dims.size(); ++i) op.inner *= static_cast<int32_t>(dims[i]);
}

}  // namespace

void Lowering::Softmax(const OnnxNode& node) {
  const Value in = In(node, 0);
  SoftmaxOp softmax;
  // Before version 13 everything from the axis on was one.
  const bool flattens = model_.opset < 13;
  const size_t axis = AxisOf(node, node.Int("axis", flattens ? 1 : -1), in.dims.size());
  Split(in.dims, axis, softmax);
  if (flattens) {
    softmax.axis *= softmax.inner;
    softmax.inner = 1;
  }
  softmax.input = Floats(node, in);
  softmax.output =
      AddTensor({.shape = {.channels = static_cast<int32_t>(Product(in.dims))}, .floating = true});
  graph_.ops.emplace_back(softmax);
  Out(node, {.kind = Value::Kind::kFloats, .dims = in.dims, .tensor = softmax.output});
}

void Lowering::ArgMax(const OnnxNode& node) {
  const Value in = In(node, 0);
  ArgMaxOp best;
  const size_t axis = AxisOf(node, node.Int("axis", 0), in.dims.size());
  Split(in.dims, axis, best);
  best.last = node.Int("select_last_index", 0) != 0;
  best.input = Floats(node, in);
  std::vector<int64_t> dims = in.dims;
  dims[axis] = 1;
  best.output =
      AddTensor({.shape = {.channels = static_cast<int32_t>(Product(dims))}, .floating = true});
  graph_.ops.emplace_back(best);
  if (node.Int("keepdims", 1) == 0) dims.erase(dims.begin() + static_cast<int64_t>(axis));
  if (dims.empty()) dims = {1};
  Out(node, {.kind = Value::Kind::kFloats, .dims = dims, .tensor = best.output});
}

}  // namespace eevee::infer
