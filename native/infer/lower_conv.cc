#include <algorithm>
#include <cmath>
#include <limits>

#include "infer/lowering.h"

// Convolutions and matrix products. A fully connected layer becomes a convolution whose window is
// the whole picture: its weights then have the file's order, whatever the order in memory.
namespace eevee::infer {
namespace {

constexpr int64_t kLargestWindow = 1024;

int32_t Positive(const OnnxNode& node, int64_t value, const char* what) {
  if (value < 1 || value > kLargestWindow) {
    RefuseOperator(node.op, node.name, std::string("its ") + what + " is not from 1 to 1024");
  }
  return static_cast<int32_t>(value);
}

}  // namespace

Window ReadWindow(const OnnxNode& node, const Shape& in, int64_t height, int64_t width,
                  Shape& out) {
  Window window;
  window.height = Positive(node, height, "window");
  window.width = Positive(node, width, "window");
  const auto pair = [&](const char* key, int32_t& y, int32_t& x) {
    const std::vector<int64_t> values = node.Ints(key);
    if (values.empty()) return;
    if (values.size() != 2) RefuseOperator(node.op, node.name, "it is not two-dimensional");
    y = Positive(node, values[0], key);
    x = Positive(node, values[1], key);
  };
  pair("strides", window.stride_y, window.stride_x);
  pair("dilations", window.dilation_y, window.dilation_x);

  const std::vector<int64_t> pads = node.Ints("pads");
  if (!pads.empty() && pads.size() != 4) {
    RefuseOperator(node.op, node.name, "it is not two-dimensional");
  }
  for (const int64_t pad : pads) {
    if (pad < 0 || pad > kLargestWindow) {
      RefuseOperator(node.op, node.name, "its padding is not from 0 to 1024");
    }
  }
  if (!pads.empty()) {
    window.pad = {static_cast<int32_t>(pads[0]), static_cast<int32_t>(pads[1]),
                  static_cast<int32_t>(pads[2]), static_cast<int32_t>(pads[3])};
  }

  const std::string auto_pad = node.Text("auto_pad", "NOTSET");
  const bool upper = auto_pad == "SAME_UPPER";
  if (!upper && auto_pad != "SAME_LOWER" && auto_pad != "VALID" && auto_pad != "NOTSET" &&
      !auto_pad.empty()) {
    RefuseOperator(node.op, node.name, "its auto_pad is none of ONNX's");
  }
  if (auto_pad == "VALID") window.pad = {};
  const bool round_up = node.Int("ceil_mode", 0) != 0;
  const auto side = [&](int32_t size, int32_t kernel, int32_t dilation, int32_t stride,
                        int32_t& before, int32_t& after) {
    const int32_t reach = (kernel - 1) * dilation + 1;
    if (upper || auto_pad == "SAME_LOWER") {
      const int32_t total = std::max(((size - 1) / stride) * stride + reach - size, 0);
      before = upper ? total / 2 : total - total / 2;
      after = total - before;
    }
    const int32_t room = size + before + after - reach;
    if (room < 0) RefuseOperator(node.op, node.name, "its window is larger than its input");
    int32_t count = room / stride + 1;
    // A last window that only covers part of the picture, if it begins before the picture's end.
    if (round_up && room % stride != 0 && count * stride < size + before) ++count;
    return count;
  };
  out.height = side(in.height, window.height, window.dilation_y, window.stride_y, window.pad.top,
                    window.pad.bottom);
  out.width = side(in.width, window.width, window.dilation_x, window.stride_x, window.pad.left,
                   window.pad.right);
  return window;
}

std::vector<float> Lowering::ConstantNumbers(const OnnxNode& node, size_t input) {
  const Value& value = In(node, input);
  if (value.kind != Value::Kind::kConstant && value.kind != Value::Kind::kScaledConstant) {
    RefuseOperator(node.op, node.name, "its input \"" + node.inputs[input] + "\" is not constant");
  }
  Spend(12 * value.constant->Count());
  if (value.kind == Value::Kind::kConstant) return value.constant->Floats();
  if (value.scales.size() != 1) {
    // One scale an element: biases and the like.
    if (value.scales.size() != value.constant->Count()) {
      RefuseOperator(node.op, node.name, "the scales of \"" + node.inputs[input] + "\" do not fit");
    }
  }
  std::vector<float> numbers;
  size_t i = 0;
  for (const int64_t code : value.constant->Integers()) {
    const int64_t zero = value.zeros[value.zeros.size() == 1 ? 0 : i];
    numbers.push_back(static_cast<float>(code - zero) *
                      value.scales[value.scales.size() == 1 ? 0 : i]);
    ++i;
  }
  return numbers;
}

std::vector<int8_t> Lowering::Weights(const OnnxNode& node, size_t input, int64_t axis,
                                      size_t outputs, std::vector<float>& scales) {
  const Value& value = In(node, input);
  if (value.kind != Value::Kind::kScaledConstant) {
    RefuseOperator(node.op, node.name,
                   "its weights \"" + node.inputs[input] + "\" are not quantised constants");
  }
  const OnnxTensor& tensor = *value.constant;
  if (tensor.type != ElementType::kInt8 && tensor.type != ElementType::kUint8) {
    RefuseOperator(node.op, node.name, "its weights are neither int8 nor uint8");
  }
  const auto rank = static_cast<int64_t>(tensor.dims.size());
  const int64_t scaled_axis = value.axis < 0 ? value.axis + rank : value.axis;
  scales = value.scales;
  if (scales.size() == 1) {
    scales.assign(outputs, value.scales[0]);
  } else if (scales.size() != outputs || scaled_axis != axis) {
    RefuseOperator(node.op, node.name, "the scales of its weights are not one an output channel");
  }
  // Distance of two neighbours along the axis.
  size_t inner = 1;
  for (int64_t d = axis + 1; d < rank; ++d) {
    inner *= static_cast<size_t>(tensor.dims[static_cast<size_t>(d)]);
  }
  Spend(10 * tensor.Count());
  std::vector<int8_t> weights;
  weights.reserve(tensor.Count());
  for (const int64_t code : tensor.Integers()) {
    const size_t channel = weights.size() / inner % outputs;
    const int64_t weight = code - value.zeros[value.zeros.size() == 1 ? 0 : channel];
    if (weight < -128 || weight > 127) {
      RefuseOperator(node.op, node.name, "its weights less their zero point do not fit 8 bits");
    }
    weights.push_back(static_cast<int8_t>(weight));
  }
  return weights;
}

std::vector<int32_t> Lowering::Bias(const OnnxNode& node, size_t input,
                                    const std::vector<float>& scales) {
  const Value& value = In(node, input);
  std::vector<int32_t> bias(scales.size());
  const size_t count = value.constant ? value.constant->Count() : 0;
  if (count != scales.size() && count != 1) {
    RefuseOperator(node.op, node.name, "its bias is not constant, or not one an output channel");
  }
  const bool integers =
      value.kind == Value::Kind::kScaledConstant && value.constant->type == ElementType::kInt32;
  const std::vector<float> numbers = ConstantNumbers(node, input);
  const std::vector<int64_t> codes = integers ? value.constant->Integers() : std::vector<int64_t>{};
  for (size_t i = 0; i < bias.size(); ++i) {
    const size_t at = count == 1 ? 0 : i;
    if (integers) {
      // onnxruntime takes the bias's codes as they are; its scale is that of input by weights.
      const float scale = value.scales[value.scales.size() == 1 ? 0 : at];
      const int64_t zero = value.zeros[value.zeros.size() == 1 ? 0 : at];
      if (zero == 0 && std::abs(scale - scales[i]) <= 1e-4f * scales[i]) {
        bias[i] = static_cast<int32_t>(codes[at]);
        continue;
      }
    }
    const double code = std::nearbyint(double{numbers[at]} / double{scales[i]});
    if (!(std::abs(code) < std::numeric_limits<int32_t>::max())) {
      RefuseOperator(node.op, node.name, "its bias does not fit 32 bits");
    }
    bias[i] = static_cast<int32_t>(code);
  }
  return bias;
}

void Lowering::Conv(const OnnxNode& node) {
  const Value& kernel = In(node, 1);
  if (In(node, 0).dims.size() != 3 || kernel.dims.size() != 4) {
    RefuseOperator(node.op, node.name, "it is not two-dimensional");
  }
  Product(kernel.dims);
  Pending pending;
  ConvOp conv;
  conv.input = LinearInput(node, 0);
  const TensorInfo in = graph_.tensors[static_cast<size_t>(conv.input)];
  const int64_t groups = node.Int("group", 1);
  if (groups < 1 || kernel.dims[0] % groups != 0 || in.shape.channels % groups != 0 ||
      kernel.dims[1] != in.shape.channels / groups) {
    RefuseOperator(node.op, node.name, "its weights do not fit the channels of its input");
  }
  conv.groups = static_cast<int32_t>(groups);
  conv.channels = static_cast<int32_t>(kernel.dims[0]);
  pending.shape.channels = conv.channels;
  conv.window = ReadWindow(node, in.shape, kernel.dims[2], kernel.dims[3], pending.shape);
  const std::vector<int64_t> declared = node.Ints("kernel_shape");
  if (!declared.empty() &&
      (declared.size() != 2 || declared[0] != kernel.dims[2] || declared[1] != kernel.dims[3])) {
    RefuseOperator(node.op, node.name, "its kernel_shape is not that of its weights");
  }
  conv.weights = Weights(node, 1, 0, static_cast<size_t>(conv.channels), conv.scale);
  for (float& scale : conv.scale) scale *= in.quantum.scale;
  conv.bias.assign(conv.scale.size(), 0);
  if (Has(node, 2)) conv.bias = Bias(node, 2, conv.scale);
  pending.has_bias = Has(node, 2);
  Product({pending.shape.channels, pending.shape.height, pending.shape.width});
  AddMacs(conv, pending.shape, node);

  Border& border = graph_.tensors[static_cast<size_t>(conv.input)].border;
  border = {std::max(border.top, conv.window.pad.top), std::max(border.left, conv.window.pad.left),
            std::max(border.bottom, conv.window.pad.bottom),
            std::max(border.right, conv.window.pad.right)};
  const Shape shape = pending.shape;
  pending.op = std::move(conv);
  Out(node, {.kind = Value::Kind::kPending,
             .dims = {shape.channels, shape.height, shape.width},
             .pending = std::make_shared<const Pending>(std::move(pending))});
}

void Lowering::Gemm(const OnnxNode& node) {
  if (node.Int("transA", 0) != 0 || node.Float("alpha", 1) != 1 || node.Float("beta", 1) != 1) {
    RefuseOperator(node.op, node.name, "transA, alpha and beta other than 0, 1, 1 are not covered");
  }
  EmitMatrix(node, node.Int("transB", 0) != 0);
}

void Lowering::MatMul(const OnnxNode& node) { EmitMatrix(node, false); }

void Lowering::EmitMatrix(const OnnxNode& node, bool transposed) {
  const Value& x = In(node, 0);
  const Value& matrix = In(node, 1);
  if (x.kind != Value::Kind::kReal || x.function || x.dims.size() != 1 || matrix.dims.size() != 2) {
    RefuseOperator(node.op, node.name,
                   "it must multiply quantised vectors by a constant quantised matrix");
  }
  const int64_t outputs = matrix.dims[transposed ? 0 : 1];
  const int64_t inputs = matrix.dims[transposed ? 1 : 0];
  if (Product(matrix.dims) != outputs * inputs || inputs != x.dims[0]) {
    RefuseOperator(node.op, node.name, "its matrix does not fit the length of its input");
  }
  const TensorInfo& in = graph_.tensors[static_cast<size_t>(x.tensor)];
  Pending pending;
  pending.shape.channels = static_cast<int32_t>(outputs);
  ConvOp conv;
  conv.input = x.tensor;
  conv.window.height = in.shape.height;
  conv.window.width = in.shape.width;
  conv.channels = static_cast<int32_t>(outputs);
  conv.weights = Weights(node, 1, transposed ? 0 : 1, static_cast<size_t>(outputs), conv.scale);
  if (!transposed) {
    const std::vector<int8_t> columns = conv.weights;
    const auto rows = static_cast<size_t>(inputs);
    const auto width = static_cast<size_t>(outputs);
    for (size_t i = 0; i < columns.size(); ++i) {
      conv.weights[i % width * rows + i / width] = columns[i];
    }
  }
  for (float& scale : conv.scale) scale *= in.quantum.scale;
  conv.bias.assign(conv.scale.size(), 0);
  if (node.op == "Gemm" && Has(node, 2)) {
    conv.bias = Bias(node, 2, conv.scale);
    pending.has_bias = true;
  }
  AddMacs(conv, pending.shape, node);
  pending.op = std::move(conv);
  Out(node, {.kind = Value::Kind::kPending,
             .dims = {outputs},
             .pending = std::make_shared<const Pending>(std::move(pending))});
}

bool Lowering::AddBias(const OnnxNode& node) {
  for (size_t side = 0; side < 2; ++side) {
    const Value& product = In(node, side);
    const Value& bias = In(node, 1 - side);
    if (product.kind != Value::Kind::kPending || !bias.constant) continue;
    const auto* source = std::get_if<ConvOp>(&product.pending->op);
    if (!source || product.pending->has_bias || node.op != "Add") continue;
    // A vector is along the last dimension, which holds the channels only without pixels.
    const Shape shape = product.pending->shape;
    const size_t rank = bias.dims.size();
    const size_t count = bias.constant->Count();
    const bool per_channel =
        count == 1 || (count == source->scale.size() &&
                       (shape.Pixels() == 1 ? product.dims.size() == 1 || rank >= 3
                                            : rank >= 3 && bias.dims[rank - 3] == shape.channels));
    if (!per_channel) continue;
    Spend(source->weights.size());
    Pending sum = *product.pending;
    std::get<ConvOp>(sum.op).bias = Bias(node, 1 - side, source->scale);
    sum.has_bias = true;
    Out(node, {.kind = Value::Kind::kPending,
               .dims = product.dims,
               .pending = std::make_shared<const Pending>(std::move(sum))});
    return true;
  }
  return false;
}

}  // namespace eevee::infer
