#include "infer/lower.h"

#include <algorithm>
#include <cmath>

#include "infer/lowering.h"

namespace eevee::infer {
namespace {

constexpr int64_t kOldestOpset = 10;  // the first with QuantizeLinear
constexpr int64_t kNewestOpset = 25;

std::vector<int64_t> WithoutBatch(const OnnxValueInfo& info) {
  if (info.dims.size() < 2) {
    RefuseModel("the input \"" + info.name + "\" needs a batch and at least one more dimension");
  }
  if (info.dims[0] != 1 && info.dims[0] != -1) {
    RefuseModel("the input \"" + info.name + "\" has a fixed batch of " +
                std::to_string(info.dims[0]) + "; it must be 1 or a name");
  }
  std::vector<int64_t> dims(info.dims.begin() + 1, info.dims.end());
  Product(dims);
  return dims;
}

/// Drops operations whose result nobody reads.
void DropDead(Graph& graph) {
  std::set<int> needed;
  for (const GraphOutput& output : graph.outputs) {
    needed.insert(output.values);
    if (output.codes >= 0) needed.insert(output.codes);
  }
  std::vector<Op> kept;
  for (auto op = graph.ops.rbegin(); op != graph.ops.rend(); ++op) {
    const bool alive = std::visit(
        [&](const auto& some) {
          if (!needed.contains(some.output)) return false;
          if constexpr (requires { some.b; }) {
            needed.insert({some.a, some.b});
          } else {
            needed.insert(some.input);
          }
          return true;
        },
        *op);
    if (alive) kept.push_back(std::move(*op));
  }
  std::reverse(kept.begin(), kept.end());
  graph.ops = std::move(kept);
}

}  // namespace

const std::map<std::string, Lowering::Handler>& Lowering::Handlers() {
  static const std::map<std::string, Handler> handlers = {
      {"QuantizeLinear", &Lowering::Quantize},
      {"DequantizeLinear", &Lowering::Dequantize},
      {"Constant", &Lowering::Constant},
      {"Conv", &Lowering::Conv},
      {"Gemm", &Lowering::Gemm},
      {"MatMul", &Lowering::MatMul},
      {"MaxPool", &Lowering::MaxPool},
      {"AveragePool", &Lowering::AveragePool},
      {"GlobalAveragePool", &Lowering::GlobalAveragePool},
      {"Relu", &Lowering::Unary},
      {"Clip", &Lowering::Unary},
      {"LeakyRelu", &Lowering::Unary},
      {"Sigmoid", &Lowering::Unary},
      {"HardSigmoid", &Lowering::Unary},
      {"HardSwish", &Lowering::Unary},
      {"Tanh", &Lowering::Unary},
      {"Elu", &Lowering::Unary},
      {"Abs", &Lowering::Unary},
      {"Neg", &Lowering::Unary},
      {"Add", &Lowering::Binary},
      {"Sub", &Lowering::Binary},
      {"Mul", &Lowering::Binary},
      {"Concat", &Lowering::Concat},
      {"Identity", &Lowering::Same},
      {"Dropout", &Lowering::Same},
      {"Flatten", &Lowering::Flatten},
      {"Reshape", &Lowering::Reshape},
      {"Squeeze", &Lowering::Squeeze},
      {"Unsqueeze", &Lowering::Unsqueeze},
      {"Transpose", &Lowering::Transpose},
      {"Softmax", &Lowering::Softmax},
      {"ArgMax", &Lowering::ArgMax},
  };
  return handlers;
}

Graph Lowering::Run() {
  if (model_.opset < kOldestOpset || model_.opset > kNewestOpset) {
    RefuseModel("it uses version " + std::to_string(model_.opset) + " of ONNX's operators; " +
                std::to_string(kOldestOpset) + " to " + std::to_string(kNewestOpset) +
                " are covered");
  }
  for (const auto& [name, tensor] : model_.constants) {
    values_[name] = {.kind = Value::Kind::kConstant, .dims = tensor.dims, .constant = &tensor};
  }
  ReadInputs();
  for (const OnnxNode& node : model_.nodes) {
    const auto handler = Handlers().find(node.op);
    if (handler == Handlers().end()) {
      RefuseOperator(node.op, node.name, "there is no integer version of it");
    }
    (this->*handler->second)(node);
  }
  ReadOutputs();
  DropDead(graph_);
  return std::move(graph_);
}

void Lowering::ReadInputs() {
  for (const OnnxValueInfo& info : model_.inputs) {
    if (values_.contains(info.name)) continue;  // Old files list their constants as inputs.
    Value value = {.kind = Value::Kind::kFloatInput, .dims = WithoutBatch(info)};
    value.input = graph_.inputs.size();
    GraphInput input = {.name = info.name, .dims = info.dims, .tensor = -1, .staging = -1};
    input.dims[0] = 1;
    if (info.type == ElementType::kUint8 || info.type == ElementType::kInt8) {
      value.kind = Value::Kind::kCodes;
      value.is_signed = info.type == ElementType::kInt8;
      input.tensor = value.tensor = AddTensor({.shape = MemoryShape(value.dims)});
      unscaled_.insert(value.tensor);
    } else if (info.type != ElementType::kFloat) {
      RefuseModel("the input \"" + info.name + "\" must be uint8, int8 or float");
    }
    graph_.inputs.push_back(std::move(input));
    values_[info.name] = std::move(value);
  }
  if (graph_.inputs.empty()) RefuseModel("it has no inputs");
}

void Lowering::ReadOutputs() {
  if (model_.outputs.empty()) RefuseModel("it has no outputs");
  for (const OnnxValueInfo& info : model_.outputs) {
    const OnnxNode node = {.name = info.name, .op = "output", .inputs = {info.name}};
    const Value& value = In(node, 0);
    GraphOutput output = {.name = info.name, .dims = value.dims};
    output.dims.insert(output.dims.begin(), 1);
    if (value.kind == Value::Kind::kReal || value.kind == Value::Kind::kCodes) {
      output.codes = FlatCodes(value);
      const Shape flat = graph_.tensors[static_cast<size_t>(output.codes)].shape;
      output.values = AddTensor({.shape = flat, .floating = true});
      graph_.ops.emplace_back(
          DequantizeOp{.input = output.codes, .output = output.values, .table = TableOf(value)});
    } else {
      output.values = Floats(node, value);
    }
    graph_.outputs.push_back(std::move(output));
  }
  for (GraphInput& input : graph_.inputs) {
    if (input.tensor < 0) RefuseModel("the input \"" + input.name + "\" is never quantised");
    // The caller writes the file's order; where memory differs, a copy is made first.
    const TensorInfo info = graph_.tensors[static_cast<size_t>(input.tensor)];
    input.staging = input.tensor;
    if (info.border == Border{} && (info.shape.channels == 1 || info.shape.Pixels() == 1)) continue;
    input.staging = AddTensor({.shape = {.channels = static_cast<int32_t>(info.shape.Elements())},
                               .quantum = info.quantum});
    graph_.ops.insert(graph_.ops.begin(), RepackOp{.input = input.staging, .output = input.tensor});
  }
}

Quantum Lowering::ReadQuantum(const OnnxNode& node, bool& is_signed) {
  if (node.Int("block_size", 0) != 0) RefuseOperator(node.op, node.name, "it quantises in blocks");
  const std::vector<float> scales = ConstantNumbers(node, 1);
  if (scales.size() != 1) {
    RefuseOperator(node.op, node.name, "activations with a scale a channel are not covered");
  }
  Quantum quantum = {.scale = scales[0], .zero = is_signed ? 128 : 0};
  if (Has(node, 2)) {
    const Value& zero = In(node, 2);
    if (zero.kind != Value::Kind::kConstant || zero.constant->Count() != 1) {
      RefuseOperator(node.op, node.name, "its zero point is not one constant");
    }
    const ElementType type = zero.constant->type;
    if (type != ElementType::kUint8 && type != ElementType::kInt8) {
      RefuseOperator(node.op, node.name, "its codes are neither uint8 nor int8");
    }
    is_signed = type == ElementType::kInt8;
    quantum.zero = static_cast<int32_t>(zero.constant->Integers()[0]) + (is_signed ? 128 : 0);
  }
  if (!(quantum.scale > 0) || !std::isfinite(quantum.scale)) {
    RefuseModel("the scale of \"" + node.name + "\" is not a positive number");
  }
  return quantum;
}

void Lowering::Quantize(const OnnxNode& node) {
  const Value& in = In(node, 0);
  Value out = {.kind = Value::Kind::kCodes, .dims = in.dims};
  if (node.Int("output_dtype", 0) != 0 && !Has(node, 2)) {
    RefuseOperator(node.op, node.name, "it has a type but no zero point");
  }
  const Quantum quantum = ReadQuantum(node, out.is_signed);
  switch (in.kind) {
    case Value::Kind::kFloatInput: {
      int& tensor = graph_.inputs[in.input].tensor;
      if (tensor < 0) tensor = AddTensor({.shape = MemoryShape(in.dims), .quantum = quantum});
      if (graph_.tensors[static_cast<size_t>(tensor)].quantum != quantum) {
        RefuseOperator(node.op, node.name, "the same input is quantised in two ways");
      }
      out.tensor = tensor;
      break;
    }
    case Value::Kind::kReal: {
      const TensorInfo from = graph_.tensors[static_cast<size_t>(in.tensor)];
      out.tensor = in.tensor;
      if (!in.function && from.quantum == quantum) break;
      LookupOp lookup = {.input = in.tensor, .output = 0};
      const Table table = TableOf(in);
      for (size_t i = 0; i < 256; ++i) lookup.table[i] = RoundToCode(table[i], quantum);
      out.tensor = lookup.output = AddTensor({.shape = from.shape, .quantum = quantum});
      graph_.ops.emplace_back(lookup);
      break;
    }
    case Value::Kind::kPending:
      out.tensor = Emit(node, *in.pending, &quantum);
      break;
    case Value::Kind::kFloats: {
      const int flat = Floats(node, in);
      const Shape shape = graph_.tensors[static_cast<size_t>(flat)].shape;
      out.tensor = AddTensor({.shape = shape, .quantum = quantum});
      graph_.ops.emplace_back(QuantizeOp{.input = flat, .output = out.tensor});
      break;
    }
    default:
      RefuseOperator(node.op, node.name, "its input is a constant or quantised already");
  }
  Out(node, std::move(out));
}

void Lowering::Dequantize(const OnnxNode& node) {
  const Value& in = In(node, 0);
  if (in.kind == Value::Kind::kConstant) {
    if (node.Int("block_size", 0) != 0) {
      RefuseOperator(node.op, node.name, "its weights are quantised in blocks");
    }
    Value out = {.kind = Value::Kind::kScaledConstant, .dims = in.dims, .constant = in.constant};
    out.scales = ConstantNumbers(node, 1);
    if (out.scales.empty()) RefuseModel("\"" + node.name + "\" has no scale");
    for (const float scale : out.scales) {
      if (!(scale >= 0) || !std::isfinite(scale)) {
        RefuseModel("a scale of \"" + node.name + "\" is not a number from 0 up");
      }
    }
    out.zeros = {0};
    if (Has(node, 2)) {
      const Value& zeros = In(node, 2);
      if (zeros.kind != Value::Kind::kConstant) {
        RefuseOperator(node.op, node.name, "its zero points are not constant");
      }
      Spend(8 * zeros.constant->Count());
      out.zeros = zeros.constant->Integers();
    }
    if (out.zeros.size() != 1 && out.zeros.size() != out.scales.size()) {
      RefuseModel("\"" + node.name + "\" has another number of zero points than of scales");
    }
    out.axis = node.Int("axis", 1);
    return Out(node, std::move(out));
  }
  if (in.kind != Value::Kind::kCodes) {
    RefuseOperator(node.op, node.name, "its input was not quantised");
  }
  bool is_signed = in.is_signed;
  const Quantum quantum = ReadQuantum(node, is_signed);
  if (is_signed != in.is_signed) {
    RefuseModel("\"" + node.name + "\" mixes int8 and uint8");
  }
  TensorInfo& tensor = graph_.tensors[static_cast<size_t>(in.tensor)];
  if (unscaled_.erase(in.tensor) == 1) tensor.quantum = quantum;
  Value out = {.kind = Value::Kind::kReal, .dims = in.dims, .tensor = in.tensor};
  if (tensor.quantum != quantum) {
    Table table;
    for (int code = 0; code < 256; ++code) {
      table[static_cast<size_t>(code)] = static_cast<float>(code - quantum.zero) * quantum.scale;
    }
    out.function = std::make_shared<const Table>(table);
  }
  Out(node, std::move(out));
}

void Lowering::Constant(const OnnxNode& node) {
  const auto value = node.attributes.find("value");
  if (value == node.attributes.end()) {
    RefuseOperator(node.op, node.name, "it holds something else than a tensor");
  }
  // A node lives as long as the model, and so does the tensor in its attribute.
  const OnnxTensor& tensor = value->second.t;
  Out(node, {.kind = Value::Kind::kConstant, .dims = tensor.dims, .constant = &tensor});
}

Graph Lower(const OnnxModel& model) { return Lowering(model).Run(); }

}  // namespace eevee::infer
