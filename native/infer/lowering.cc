#include "infer/lowering.h"

#include <algorithm>
#include <cmath>

namespace eevee::infer {
namespace {

constexpr size_t kMostLoweringBytes = size_t{256} << 20;
constexpr int64_t kMostElements = int64_t{1} << 25;
constexpr int64_t kMostMacs = int64_t{1} << 36;

template <typename... Cases>
struct Match : Cases... {
  using Cases::operator()...;
};
template <typename... Cases>
Match(Cases...) -> Match<Cases...>;

/// Bounds of a result in codes less the zero point, so that adding the zero point stays in a byte.
void SetBounds(const Pending& pending, const Quantum& quantum, float& low, float& high) {
  const float least = static_cast<float>(-quantum.zero);
  const float most = static_cast<float>(255 - quantum.zero);
  low = std::clamp(std::nearbyint(pending.low / quantum.scale), least, most);
  high = std::clamp(std::nearbyint(pending.high / quantum.scale), least, most);
}

}  // namespace

Shape MemoryShape(const std::vector<int64_t>& dims) {
  if (dims.empty() || dims.size() > 3) {
    RefuseModel("a tensor in it has " + std::to_string(dims.size() + 1) +
                " dimensions; two to four are covered, the batch first");
  }
  Shape shape;
  shape.channels = static_cast<int32_t>(dims[0]);
  if (dims.size() > 1) shape.height = static_cast<int32_t>(dims[1]);
  if (dims.size() > 2) shape.width = static_cast<int32_t>(dims[2]);
  return shape;
}

int64_t Product(const std::vector<int64_t>& dims) {
  int64_t product = 1;
  for (const int64_t dim : dims) {
    if (dim < 1) RefuseModel("a tensor in it is empty or of unknown size");
    if (dim > kMostElements / product) RefuseModel("a tensor in it is absurdly large");
    product *= dim;
  }
  return product;
}

size_t AxisOf(const OnnxNode& node, int64_t axis, size_t rank_without_batch) {
  const auto rank = static_cast<int64_t>(rank_without_batch) + 1;
  if (axis < -rank || axis >= rank) RefuseOperator(node.op, node.name, "its axis does not exist");
  if (axis < 0) axis += rank;
  if (axis == 0) RefuseOperator(node.op, node.name, "it works along the batch");
  return static_cast<size_t>(axis - 1);
}

uint8_t RoundToCode(float value, const Quantum& quantum) {
  const float code = std::nearbyint(value / quantum.scale) + static_cast<float>(quantum.zero);
  // NaN (infinity times zero) becomes the lowest code.
  if (!(code > 0)) return 0;
  return static_cast<uint8_t>(std::min(code, 255.0f));
}

void Lowering::Spend(size_t bytes) {
  spent_ += std::min(bytes, kMostLoweringBytes);
  if (spent_ > kMostLoweringBytes) RefuseModel("it would take more than 256 MiB of memory");
}

bool Lowering::Has(const OnnxNode& node, size_t input) const {
  return input < node.inputs.size() && !node.inputs[input].empty();
}

const Value& Lowering::In(const OnnxNode& node, size_t input) const {
  if (!Has(node, input)) RefuseOperator(node.op, node.name, "one of its inputs is missing");
  const auto found = values_.find(node.inputs[input]);
  if (found == values_.end()) {
    RefuseModel("the node \"" + node.name + "\" reads \"" + node.inputs[input] +
                "\", which nothing before it makes (a missing node or a cycle)");
  }
  return found->second;
}

void Lowering::Out(const OnnxNode& node, Value value) {
  if (node.outputs.empty() || node.outputs[0].empty()) {
    RefuseModel("the node \"" + node.name + "\" has no output");
  }
  for (size_t i = 1; i < node.outputs.size(); ++i) {
    // Dropout's mask and the like may be declared; whoever reads them is told that nothing makes
    // it.
    if (values_.contains(node.outputs[i])) RefuseModel("two nodes make the same value");
  }
  if (!values_.emplace(node.outputs[0], std::move(value)).second) {
    RefuseModel("two nodes make the value \"" + node.outputs[0] + "\"");
  }
}

int Lowering::AddTensor(TensorInfo info) {
  const int64_t elements = Product({info.shape.channels, info.shape.height, info.shape.width});
  Spend(static_cast<size_t>(elements) * (info.floating ? 4 : 1));
  graph_.tensors.push_back(info);
  return static_cast<int>(graph_.tensors.size()) - 1;
}

void Lowering::AddMacs(const ConvOp& conv, const Shape& out, const OnnxNode& node) {
  const int64_t taps = static_cast<int64_t>(conv.weights.size()) / conv.channels;
  const int64_t macs = taps * out.Elements();
  if (macs > kMostMacs - graph_.macs) {
    RefuseOperator(node.op, node.name, "it would take minutes a run");
  }
  graph_.macs += macs;
}

int Lowering::LinearInput(const OnnxNode& node, size_t input) {
  const Value& value = In(node, input);
  if (value.kind != Value::Kind::kReal || value.function) {
    RefuseOperator(node.op, node.name,
                   "its input \"" + node.inputs[input] + "\" does not come from DequantizeLinear");
  }
  return Native(value);
}

int Lowering::Native(const Value& value) {
  const Shape wanted = MemoryShape(value.dims);
  const TensorInfo from = graph_.tensors[static_cast<size_t>(value.tensor)];
  if (from.shape == wanted) return value.tensor;
  const int to = AddTensor(
      {.shape = wanted, .quantum = from.quantum, .border = {}, .floating = from.floating});
  graph_.ops.emplace_back(RepackOp{.input = value.tensor, .output = to});
  return to;
}

int Lowering::FlatCodes(const Value& value) {
  if (value.kind != Value::Kind::kReal && value.kind != Value::Kind::kCodes) return -1;
  const TensorInfo from = graph_.tensors[static_cast<size_t>(value.tensor)];
  const Shape flat = {.channels = static_cast<int32_t>(from.shape.Elements())};
  const int to = AddTensor({.shape = flat, .quantum = from.quantum});
  graph_.ops.emplace_back(RepackOp{.input = value.tensor, .output = to});
  return to;
}

Table Lowering::TableOf(const Value& value) const {
  if (value.function) return *value.function;
  const Quantum quantum = graph_.tensors[static_cast<size_t>(value.tensor)].quantum;
  Table table;
  for (int code = 0; code < 256; ++code) {
    table[static_cast<size_t>(code)] = static_cast<float>(code - quantum.zero) * quantum.scale;
  }
  return table;
}

int Lowering::Floats(const OnnxNode& node, const Value& value) {
  if (value.kind == Value::Kind::kReal || value.kind == Value::Kind::kCodes) {
    const int codes = FlatCodes(value);
    const Shape flat = graph_.tensors[static_cast<size_t>(codes)].shape;
    const int to = AddTensor({.shape = flat, .floating = true});
    graph_.ops.emplace_back(DequantizeOp{.input = codes, .output = to, .table = TableOf(value)});
    return to;
  }
  if (value.kind == Value::Kind::kPending) return Floats(node, Materialised(node, value));
  if (value.kind != Value::Kind::kFloats) {
    RefuseOperator(node.op, node.name, "its input is a constant or was never quantised");
  }
  const Shape shape = graph_.tensors[static_cast<size_t>(value.tensor)].shape;
  if (shape.Pixels() == 1) return value.tensor;  // Floats never have a border.
  const int to =
      AddTensor({.shape = {.channels = static_cast<int32_t>(shape.Elements())}, .floating = true});
  graph_.ops.emplace_back(RepackOp{.input = value.tensor, .output = to});
  return to;
}

Value Lowering::Materialised(const OnnxNode& node, const Value& value) {
  if (value.kind != Value::Kind::kPending) return value;
  Value result = {.kind = Value::Kind::kFloats, .dims = value.dims};
  result.tensor = Emit(node, *value.pending, nullptr);
  return result;
}

int Lowering::Emit(const OnnxNode& node, const Pending& pending, const Quantum* quantum) {
  if (!quantum && !std::holds_alternative<ConvOp>(pending.op)) {
    RefuseOperator(node.op, node.name, "no QuantizeLinear follows the operation before it");
  }
  TensorInfo info = {.shape = pending.shape, .floating = quantum == nullptr};
  if (quantum) info.quantum = *quantum;
  const int output = AddTensor(info);
  const auto check = [&](float scale) {
    if (!std::isfinite(scale)) RefuseModel("the scales around \"" + node.name + "\" are absurd");
  };
  std::visit(Match{[&](const ConvOp& source) {
                     Spend(source.weights.size() + 8 * source.bias.size());
                     ConvOp conv = source;
                     conv.output = output;
                     conv.low = pending.low;
                     conv.high = pending.high;
                     if (quantum) {
                       for (float& scale : conv.scale) check(scale /= quantum->scale);
                       SetBounds(pending, *quantum, conv.low, conv.high);
                     }
                     graph_.ops.emplace_back(std::move(conv));
                   },
                   [&](PoolOp pool) {
                     pool.output = output;
                     check(pool.scale /= quantum->scale);
                     SetBounds(pending, *quantum, pool.low, pool.high);
                     graph_.ops.emplace_back(pool);
                   },
                   [&](BinaryOp binary) {
                     binary.output = output;
                     check(binary.scale_a /= quantum->scale);
                     check(binary.scale_b /= quantum->scale);
                     SetBounds(pending, *quantum, binary.low, binary.high);
                     graph_.ops.emplace_back(binary);
                   },
                   [&](const ConcatOp& concat) {
                     for (const ConcatOp::Part& part : concat.parts) {
                       LookupOp lookup = {.input = part.tensor,
                                          .output = output,
                                          .table = {},
                                          .channel = part.channel,
                                          .row = part.row,
                                          .column = part.column};
                       for (size_t i = 0; i < 256; ++i) {
                         const float value = std::clamp(part.table[i], pending.low, pending.high);
                         lookup.table[i] = RoundToCode(value, *quantum);
                       }
                       graph_.ops.emplace_back(lookup);
                     }
                   }},
             pending.op);
  return output;
}

}  // namespace eevee::infer
