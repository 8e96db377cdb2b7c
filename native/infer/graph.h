#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace eevee::infer {

/// The network between file and kernels: tensors and integer operations in the order they run.
/// Everything here describes one sample; a batch is the same again at another address.

/// value = (code − zero) · scale. Codes are uint8 everywhere; an int8 tensor of the file is kept as
/// its codes plus 128.
struct Quantum {
  float scale = 1;
  int32_t zero = 0;
  bool operator==(const Quantum&) const = default;
};

struct Shape {
  int32_t channels = 0;
  int32_t height = 1;
  int32_t width = 1;
  bool operator==(const Shape&) const = default;
  int64_t Pixels() const { return int64_t{height} * width; }
  int64_t Elements() const { return Pixels() * channels; }
};

/// Pixels around a tensor that hold its zero point, so that no convolution asks where the edge is.
struct Border {
  int32_t top = 0;
  int32_t left = 0;
  int32_t bottom = 0;
  int32_t right = 0;
  bool operator==(const Border&) const = default;
};

/// A tensor in memory: rows of pixels, each pixel its channels ("NHWC").
struct TensorInfo {
  Shape shape = {};
  Quantum quantum = {};
  Border border = {};
  bool floating = false;  // float32 elements instead of uint8 codes
};

struct Window {
  int32_t height = 1, width = 1;
  int32_t stride_y = 1, stride_x = 1;
  int32_t dilation_y = 1, dilation_x = 1;
  Border pad = {};
};

/// Convolution, and every matrix product: a fully connected layer is a convolution whose window is
/// the whole picture.
/// code = clamp(round(scale[o] · (bias[o] + Σ (code_in − zero_in) · weight)), low, high) + zero.
struct ConvOp {
  int input = 0, output = 0;
  Window window = {};
  int32_t groups = 1;
  int32_t channels = 0;              // of the output
  std::vector<int8_t> weights = {};  // [output channel][input channel of the group][y][x]
  std::vector<int32_t> bias = {};    // one an output channel
  std::vector<float> scale = {};  // one an output channel; for a float output input · weight scale
  float low = 0, high = 0;        // for a float output in values, else in codes less the zero point
};

struct PoolOp {
  int input = 0, output = 0;
  bool maximum = false;
  bool count_padding = false;  // average only
  Window window = {};
  float scale = 1;  // average only: scale of the input by that of the output
  float low = 0, high = 0;
};

/// code = clamp(round(combination of a and b), low, high) + zero, with a' = a − zero_a, b' = b −
/// zero_b.
struct BinaryOp {
  enum class Kind : uint8_t { kSum, kProduct };
  int a = 0, b = 0, output = 0;
  Kind kind = Kind::kSum;
  float scale_a = 1, scale_b = 1;  // sum: a' · scale_a + b' · scale_b; product: a' · b' · scale_a
  float low = 0, high = 0;
};

/// Each code through a table, into a part of the output: changes of scale, activations, concat.
struct LookupOp {
  int input = 0, output = 0;
  std::array<uint8_t, 256> table = {};
  int32_t channel = 0, row = 0, column = 0;  // where in the output it goes
};

/// The same elements in the file's order ("NCHW") under another shape.
struct RepackOp {
  int input = 0, output = 0;
};

/// Codes to floats, element by element.
struct DequantizeOp {
  int input = 0, output = 0;
  std::array<float, 256> table = {};
};

/// Floats to codes, element by element.
struct QuantizeOp {
  int input = 0, output = 0;
};

/// Over the middle one of [outer, axis, inner], on floats in the file's order.
struct SoftmaxOp {
  int input = 0, output = 0;
  int32_t outer = 1, axis = 1, inner = 1;
};

struct ArgMaxOp {
  int input = 0, output = 0;
  int32_t outer = 1, axis = 1, inner = 1;
  bool last = false;  // of equal ones the last
};

using Op = std::variant<ConvOp, PoolOp, BinaryOp, LookupOp, RepackOp, DequantizeOp, QuantizeOp,
                        SoftmaxOp, ArgMaxOp>;

struct GraphInput {
  std::string name = {};
  std::vector<int64_t> dims = {};  // as in the file, the batch first
  int tensor = 0;                  // codes
  int staging = 0;                 // where the caller writes, in the file's order; often the same
};

struct GraphOutput {
  std::string name = {};
  std::vector<int64_t> dims = {};
  int values = 0;  // floats in the file's order
  int codes = -1;  // the same as codes, where there are any
};

struct Graph {
  std::vector<TensorInfo> tensors = {};
  std::vector<Op> ops = {};
  std::vector<GraphInput> inputs = {};
  std::vector<GraphOutput> outputs = {};
  int64_t macs = 0;  // multiply-adds of convolutions and matrix products, one sample
};

}  // namespace eevee::infer
