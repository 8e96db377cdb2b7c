#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>

#include "infer/lowering.h"

namespace eevee::infer {
namespace {

constexpr float kInfinity = std::numeric_limits<float>::infinity();

float Sigmoid(float x) { return 1 / (1 + std::exp(-x)); }

/// The function of an activation other than Relu and Clip, with the defaults of ONNX.
std::function<float(float)> FunctionOf(const OnnxNode& node) {
  if (node.op == "LeakyRelu") {
    return [slope = node.Float("alpha", 0.01f)](float x) { return x < 0 ? slope * x : x; };
  }
  if (node.op == "Elu") {
    return [alpha = node.Float("alpha", 1)](float x) { return x < 0 ? alpha * std::expm1(x) : x; };
  }
  if (node.op == "HardSigmoid" || node.op == "HardSwish") {
    const bool swish = node.op == "HardSwish";
    const float slope = swish ? 1.0f / 6 : node.Float("alpha", 0.2f);
    const float shift = swish ? 0.5f : node.Float("beta", 0.5f);
    return [=](float x) {
      const float gate = std::clamp(slope * x + shift, 0.0f, 1.0f);
      return swish ? x * gate : gate;
    };
  }
  if (node.op == "Sigmoid") return Sigmoid;
  if (node.op == "Tanh") return [](float x) { return std::tanh(x); };
  if (node.op == "Abs") return [](float x) { return std::abs(x); };
  return [](float x) { return -x; };  // Neg
}

}  // namespace

void Lowering::Unary(const OnnxNode& node) {
  Value value = In(node, 0);
  const bool clips = node.op == "Relu" || node.op == "Clip";
  float low = node.op == "Relu" ? 0 : node.Float("min", -kInfinity);
  float high = node.Float("max", kInfinity);
  const auto bound = [&](size_t input, float& limit) {
    if (!Has(node, input)) return;
    const std::vector<float> numbers = ConstantNumbers(node, input);
    if (numbers.size() != 1)
      RefuseOperator(node.op, node.name, "its bounds are not single numbers");
    limit = numbers[0];
  };
  if (node.op == "Clip") {
    bound(1, low);
    bound(2, high);
  }
  if (std::isnan(low) || std::isnan(high) || low > high) {
    RefuseOperator(node.op, node.name, "its bounds are out of order");
  }

  if (value.kind == Value::Kind::kPending && clips) {
    Spend(std::holds_alternative<ConvOp>(value.pending->op)
              ? std::get<ConvOp>(value.pending->op).weights.size()
              : 0);
    Pending clipped = *value.pending;
    clipped.low = std::clamp(clipped.low, low, high);
    clipped.high = std::clamp(clipped.high, low, high);
    value.pending = std::make_shared<const Pending>(std::move(clipped));
    return Out(node, std::move(value));
  }
  if (value.kind != Value::Kind::kReal) {
    RefuseOperator(node.op, node.name, "its input does not come from DequantizeLinear");
  }
  Table table = TableOf(value);
  const std::function<float(float)> function =
      clips ? [=](float x) { return std::clamp(x, low, high); } : FunctionOf(node);
  for (float& number : table) number = function(number);
  value.function = std::make_shared<const Table>(table);
  Out(node, std::move(value));
}

void Lowering::Binary(const OnnxNode& node) {
  if (AddBias(node)) return;
  for (size_t side = 0; side < 2; ++side) {
    // With one constant number it is a function of the other operand.
    const Value& constant = In(node, 1 - side);
    Value value = In(node, side);
    if (!constant.constant || constant.constant->Count() != 1) continue;
    if (value.kind != Value::Kind::kReal || constant.dims.size() > value.dims.size() + 1) continue;
    const float number = ConstantNumbers(node, 1 - side)[0];
    Table table = TableOf(value);
    for (float& x : table) {
      if (node.op == "Add") x += number;
      if (node.op == "Mul") x *= number;
      if (node.op == "Sub") x = side == 0 ? x - number : number - x;
    }
    value.function = std::make_shared<const Table>(table);
    return Out(node, std::move(value));
  }
  const std::vector<int64_t> dims = In(node, 0).dims;
  if (dims != In(node, 1).dims) {
    RefuseOperator(node.op, node.name, "its operands differ in shape");
  }
  BinaryOp binary;
  binary.a = LinearInput(node, 0);
  binary.b = LinearInput(node, 1);
  const float scale_a = graph_.tensors[static_cast<size_t>(binary.a)].quantum.scale;
  const float scale_b = graph_.tensors[static_cast<size_t>(binary.b)].quantum.scale;
  binary.kind = node.op == "Mul" ? BinaryOp::Kind::kProduct : BinaryOp::Kind::kSum;
  binary.scale_a = node.op == "Mul" ? scale_a * scale_b : scale_a;
  binary.scale_b = node.op == "Mul" ? 0 : node.op == "Sub" ? -scale_b : scale_b;
  Pending pending = {.op = binary, .shape = graph_.tensors[static_cast<size_t>(binary.a)].shape};
  Out(node, {.kind = Value::Kind::kPending,
             .dims = dims,
             .pending = std::make_shared<const Pending>(std::move(pending))});
}

void Lowering::Concat(const OnnxNode& node) {
  Value sum = {.kind = Value::Kind::kPending, .dims = In(node, 0).dims};
  const size_t axis = AxisOf(node, node.Int("axis", 0), sum.dims.size());
  ConcatOp concat;
  int64_t at = 0;
  for (size_t i = 0; i < node.inputs.size(); ++i) {
    const Value& value = In(node, i);
    if (value.kind != Value::Kind::kReal) {
      RefuseOperator(node.op, node.name, "its inputs do not come from DequantizeLinear");
    }
    std::vector<int64_t> dims = value.dims;
    if (dims.size() != sum.dims.size()) {
      RefuseOperator(node.op, node.name, "its inputs differ in shape");
    }
    ConcatOp::Part part = {.tensor = Native(value), .table = TableOf(value)};
    (axis == 0 ? part.channel : axis == 1 ? part.row : part.column) = static_cast<int32_t>(at);
    at += dims[axis];
    Spend(sizeof part);
    concat.parts.push_back(part);
    dims[axis] = sum.dims[axis];
    if (dims != sum.dims) RefuseOperator(node.op, node.name, "its inputs differ in shape");
  }
  sum.dims[axis] = at;
  Product(sum.dims);
  Pending pending = {.op = std::move(concat), .shape = MemoryShape(sum.dims)};
  sum.pending = std::make_shared<const Pending>(std::move(pending));
  Out(node, std::move(sum));
}

}  // namespace eevee::infer
