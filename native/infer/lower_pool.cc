#include <algorithm>

#include "infer/lowering.h"

namespace eevee::infer {
namespace {

std::vector<int64_t> KernelShape(const OnnxNode& node) {
  std::vector<int64_t> kernel = node.Ints("kernel_shape");
  if (kernel.size() != 2) RefuseOperator(node.op, node.name, "it is not two-dimensional");
  return kernel;
}

void RequirePicture(const OnnxNode& node, const Value& value) {
  if (value.dims.size() != 3) RefuseOperator(node.op, node.name, "it is not two-dimensional");
}

}  // namespace

void Lowering::MaxPool(const OnnxNode& node) {
  const Value& in = In(node, 0);
  RequirePicture(node, in);
  if (node.outputs.size() > 1 && !node.outputs[1].empty()) {
    RefuseOperator(node.op, node.name, "its indices are not covered");
  }
  if (in.kind != Value::Kind::kReal && in.kind != Value::Kind::kCodes) {
    RefuseOperator(node.op, node.name, "its input does not come from DequantizeLinear");
  }
  // The greatest code stands for the greatest number only while the function does not fall.
  if (in.function && !std::is_sorted(in.function->begin(), in.function->end())) {
    RefuseOperator(node.op, node.name, "the function before it is not monotone");
  }
  PoolOp pool = {.maximum = true};
  pool.input = Native(in);
  const TensorInfo from = graph_.tensors[static_cast<size_t>(pool.input)];
  Shape shape = {.channels = from.shape.channels};
  const std::vector<int64_t> kernel = KernelShape(node);
  pool.window = ReadWindow(node, from.shape, kernel[0], kernel[1], shape);
  pool.output = AddTensor({.shape = shape, .quantum = from.quantum});
  graph_.ops.emplace_back(pool);
  Value out = in;
  out.tensor = pool.output;
  out.dims = {shape.channels, shape.height, shape.width};
  Out(node, std::move(out));
}

void Lowering::AveragePool(const OnnxNode& node) {
  RequirePicture(node, In(node, 0));
  PoolOp pool;
  pool.input = LinearInput(node, 0);
  const TensorInfo from = graph_.tensors[static_cast<size_t>(pool.input)];
  Pending pending = {.op = {}, .shape = {.channels = from.shape.channels}};
  const std::vector<int64_t> kernel = KernelShape(node);
  pool.window = ReadWindow(node, from.shape, kernel[0], kernel[1], pending.shape);
  pool.count_padding = node.Int("count_include_pad", 0) != 0;
  if (pool.count_padding && node.Int("ceil_mode", 0) != 0) {
    RefuseOperator(node.op, node.name, "ceil_mode with count_include_pad is not covered");
  }
  pool.scale = from.quantum.scale;
  pending.op = pool;
  const Shape shape = pending.shape;
  Out(node, {.kind = Value::Kind::kPending,
             .dims = {shape.channels, shape.height, shape.width},
             .pending = std::make_shared<const Pending>(std::move(pending))});
}

void Lowering::GlobalAveragePool(const OnnxNode& node) {
  RequirePicture(node, In(node, 0));
  PoolOp pool;
  pool.input = LinearInput(node, 0);
  const TensorInfo from = graph_.tensors[static_cast<size_t>(pool.input)];
  pool.window = {.height = from.shape.height, .width = from.shape.width};
  pool.scale = from.quantum.scale;
  Pending pending = {.op = pool, .shape = {.channels = from.shape.channels}};
  Out(node, {.kind = Value::Kind::kPending,
             .dims = {from.shape.channels, 1, 1},
             .pending = std::make_shared<const Pending>(std::move(pending))});
}

}  // namespace eevee::infer
