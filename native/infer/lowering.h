#pragma once

#include <array>
#include <limits>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "infer/graph.h"
#include "infer/onnx.h"
#include "infer/refuse.h"

namespace eevee::infer {

using Table = std::array<float, 256>;

/// Several tensors along one axis.
struct ConcatOp {
  struct Part {
    int tensor = 0;
    Table table = {};
    int32_t channel = 0, row = 0, column = 0;
  };
  std::vector<Part> parts = {};
};

/// An operation whose result is not rounded yet: how, the QuantizeLinear that follows says.
struct Pending {
  std::variant<ConvOp, PoolOp, BinaryOp, ConcatOp> op;
  Shape shape = {};
  float low = -std::numeric_limits<float>::infinity();
  float high = std::numeric_limits<float>::infinity();
  bool has_bias = false;
};

/// What a name of the file stands for while its graph is read. `dims` is without the batch, except
/// for constants, which have none.
struct Value {
  enum class Kind {
    kConstant,        // an initializer
    kScaledConstant,  // an initializer behind DequantizeLinear
    kFloatInput,      // a graph input that has yet to be quantised
    kCodes,           // a tensor of codes
    kReal,            // the numbers that a tensor of codes stands for, maybe through a function
    kPending,         // the result of an operation, not yet rounded
    kFloats,          // a tensor of floats
  };
  Kind kind = Kind::kConstant;
  std::vector<int64_t> dims = {};
  const OnnxTensor* constant = nullptr;
  std::vector<float> scales = {};
  std::vector<int64_t> zeros = {};
  int64_t axis = 0;
  int tensor = -1;                                  // kCodes, kReal, kFloats
  bool is_signed = false;                           // kCodes: int8 in the file
  size_t input = 0;                                 // kFloatInput
  std::shared_ptr<const Table> function = nullptr;  // kReal: null for (code − zero) · scale
  std::shared_ptr<const Pending> pending = nullptr;
};

/// Walks the nodes once. Each handler reads its inputs' values and sets its output's; operations
/// are emitted when it is known how their result is rounded.
class Lowering {
 public:
  explicit Lowering(const OnnxModel& model) : model_(model) {}
  Graph Run();

 private:
  using Handler = void (Lowering::*)(const OnnxNode&);
  static const std::map<std::string, Handler>& Handlers();

  // lower.cc
  void ReadInputs();
  void ReadOutputs();
  void Quantize(const OnnxNode& node);
  void Dequantize(const OnnxNode& node);
  void Constant(const OnnxNode& node);
  // lower_conv.cc
  void Conv(const OnnxNode& node);
  void Gemm(const OnnxNode& node);
  void MatMul(const OnnxNode& node);
  void EmitMatrix(const OnnxNode& node, bool transposed);
  bool AddBias(const OnnxNode& node);
  // lower_pool.cc
  void MaxPool(const OnnxNode& node);
  void AveragePool(const OnnxNode& node);
  void GlobalAveragePool(const OnnxNode& node);
  // lower_elementwise.cc
  void Unary(const OnnxNode& node);
  void Binary(const OnnxNode& node);
  void Concat(const OnnxNode& node);
  // lower_shape.cc
  void Same(const OnnxNode& node);
  void Flatten(const OnnxNode& node);
  void Reshape(const OnnxNode& node);
  void Squeeze(const OnnxNode& node);
  void Unsqueeze(const OnnxNode& node);
  void Transpose(const OnnxNode& node);
  void View(const OnnxNode& node, std::vector<int64_t> dims);
  // lower_score.cc
  void Softmax(const OnnxNode& node);
  void ArgMax(const OnnxNode& node);

  // What the handlers share (lowering.cc).
  bool Has(const OnnxNode& node, size_t input) const;
  const Value& In(const OnnxNode& node, size_t input) const;
  void Out(const OnnxNode& node, Value value);
  /// The tensor of a value that stands for (code − zero) · scale, its memory in the shape of
  /// `dims`.
  int LinearInput(const OnnxNode& node, size_t input);
  /// Gives a tensor whose memory is in the shape of `dims`; repacks where it is not.
  int Native(const Value& value);
  /// Floats in the file's order, of any value that is a result.
  int Floats(const OnnxNode& node, const Value& value);
  /// Codes in the file's order, −1 where the value has no codes of its own.
  int FlatCodes(const Value& value);
  /// Emits a pending operation with this rounding; null for a float result.
  int Emit(const OnnxNode& node, const Pending& pending, const Quantum* quantum);
  Value Materialised(const OnnxNode& node, const Value& value);
  Table TableOf(const Value& value) const;
  /// Scale and zero point of an activation. `is_signed` is the type where no zero point tells it.
  Quantum ReadQuantum(const OnnxNode& node, bool& is_signed);
  /// All numbers of a constant, dequantised where it is a scaled one.
  std::vector<float> ConstantNumbers(const OnnxNode& node, size_t input);
  /// Codes of a constant less its zero points, which must fit 8 bits, and one scale an index of
  /// `axis`.
  std::vector<int8_t> Weights(const OnnxNode& node, size_t input, int64_t axis, size_t outputs,
                              std::vector<float>& scales);
  std::vector<int32_t> Bias(const OnnxNode& node, size_t input, const std::vector<float>& scales);
  int AddTensor(TensorInfo info);
  void AddMacs(const ConvOp& conv, const Shape& out, const OnnxNode& node);
  /// Counts memory that the model makes us take, before it is taken; refuses beyond a limit.
  void Spend(size_t bytes);

  const OnnxModel& model_;
  Graph graph_;
  std::map<std::string, Value> values_;
  /// Inputs of codes whose scale no DequantizeLinear has told yet.
  std::set<int> unscaled_;
  size_t spent_ = 0;
};

/// Shape in memory of logical dimensions without the batch; refuses more than three.
Shape MemoryShape(const std::vector<int64_t>& dims);
int64_t Product(const std::vector<int64_t>& dims);
/// An axis of the file, batch included, as an index into dimensions without it; refuses the batch.
size_t AxisOf(const OnnxNode& node, int64_t axis, size_t rank_without_batch);
/// Window attributes of Conv and pools, `auto_pad` resolved; sets the output's height and width.
Window ReadWindow(const OnnxNode& node, const Shape& in, int64_t height, int64_t width, Shape& out);
uint8_t RoundToCode(float value, const Quantum& quantum);

}  // namespace eevee::infer
