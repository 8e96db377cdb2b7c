#include <algorithm>

#include "infer/lowering.h"

// Operators that only rename dimensions: nothing is computed, the value gets other `dims`.
namespace eevee::infer {

void Lowering::View(const OnnxNode& node, std::vector<int64_t> dims) {
  Value value = In(node, 0);
  if (value.kind == Value::Kind::kConstant || value.kind == Value::Kind::kScaledConstant) {
    RefuseOperator(node.op, node.name, "it reshapes a constant");
  }
  if (value.kind == Value::Kind::kFloatInput) {
    RefuseOperator(node.op, node.name, "it reshapes an input before it is quantised");
  }
  if (dims.empty() || Product(dims) != Product(value.dims)) {
    RefuseOperator(node.op, node.name, "its result has another number of elements, or no batch");
  }
  value.dims = std::move(dims);
  Out(node, std::move(value));
}

void Lowering::Same(const OnnxNode& node) { Out(node, Value(In(node, 0))); }

void Lowering::Flatten(const OnnxNode& node) {
  const std::vector<int64_t> dims = In(node, 0).dims;
  if (AxisOf(node, node.Int("axis", 1), dims.size()) != 0) {
    RefuseOperator(node.op, node.name, "only axis 1 is covered");
  }
  View(node, {Product(dims)});
}

void Lowering::Reshape(const OnnxNode& node) {
  const std::vector<int64_t> from = In(node, 0).dims;
  const Value& shape = In(node, 1);
  if (shape.kind != Value::Kind::kConstant || shape.constant->type != ElementType::kInt64 ||
      shape.constant->Count() > 8) {
    RefuseOperator(node.op, node.name, "its shape is not constant");
  }
  std::vector<int64_t> dims = shape.constant->Integers();
  if (dims.size() < 2 || (dims[0] != 1 && dims[0] != 0 && dims[0] != -1)) {
    RefuseOperator(node.op, node.name, "it moves the batch");
  }
  const bool batch_is_rest = dims[0] == -1;
  dims.erase(dims.begin());
  int64_t known = 1;
  int64_t* rest = nullptr;
  for (size_t i = 0; i < dims.size(); ++i) {
    if (dims[i] == 0 && i < from.size()) dims[i] = from[i];
    if (dims[i] == -1 && !rest && !batch_is_rest) {
      rest = &dims[i];
    } else {
      known *= Product({dims[i]});
      Product({known});
    }
  }
  if (rest) *rest = Product(from) / known;
  View(node, dims);
}

void Lowering::Squeeze(const OnnxNode& node) {
  const std::vector<int64_t> from = In(node, 0).dims;
  std::vector<int64_t> axes = node.Ints("axes");
  if (Has(node, 1) && In(node, 1).constant) axes = In(node, 1).constant->Integers();
  if (axes.empty()) RefuseOperator(node.op, node.name, "without axes it would drop the batch");
  std::vector<bool> dropped(from.size());
  for (const int64_t axis : axes) dropped[AxisOf(node, axis, from.size())] = true;
  std::vector<int64_t> dims;
  for (size_t i = 0; i < from.size(); ++i) {
    if (!dropped[i]) dims.push_back(from[i]);
  }
  View(node, dims);
}

void Lowering::Unsqueeze(const OnnxNode& node) {
  std::vector<int64_t> dims = In(node, 0).dims;
  std::vector<int64_t> axes = node.Ints("axes");
  if (Has(node, 1) && In(node, 1).constant) axes = In(node, 1).constant->Integers();
  if (axes.empty() || axes.size() > 3) RefuseOperator(node.op, node.name, "its axes are not known");
  std::vector<size_t> places;
  for (const int64_t axis : axes) places.push_back(AxisOf(node, axis, dims.size() + axes.size()));
  std::sort(places.begin(), places.end());
  for (const size_t place : places) {
    if (place > dims.size()) RefuseOperator(node.op, node.name, "its axes do not exist");
    dims.insert(dims.begin() + static_cast<int64_t>(place), 1);
  }
  View(node, dims);
}

void Lowering::Transpose(const OnnxNode& node) {
  const std::vector<int64_t> from = In(node, 0).dims;
  const std::vector<int64_t> order = node.Ints("perm");
  if (order.size() != from.size() + 1 || order[0] != 0) {
    RefuseOperator(node.op, node.name, "it moves the batch");
  }
  std::vector<int64_t> dims;
  std::vector<bool> seen(from.size());
  int64_t last = -1;
  for (size_t i = 1; i < order.size(); ++i) {
    const size_t axis = AxisOf(node, order[i], from.size());
    if (seen[axis]) RefuseModel("the order of \"" + node.name + "\" names an axis twice");
    seen[axis] = true;
    dims.push_back(from[axis]);
    if (from[axis] == 1) continue;
    if (static_cast<int64_t>(axis) < last) {
      RefuseOperator(node.op, node.name, "it moves elements; only dimensions of 1 may move");
    }
    last = static_cast<int64_t>(axis);
  }
  View(node, dims);
}

}  // namespace eevee::infer
