#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace eevee::infer {

/// What this engine reads of an ONNX file (github.com/onnx/onnx, onnx.proto), as plain data.

/// Element types by ONNX's own numbers; others are read but refused where they are used.
enum class ElementType : int32_t {
  kNone = 0,
  kFloat = 1,
  kUint8 = 2,
  kInt8 = 3,
  kInt32 = 6,
  kInt64 = 7
};

struct OnnxTensor {
  std::string name = {};
  ElementType type = ElementType::kNone;
  std::vector<int64_t> dims = {};
  /// Elements in row-major order, each as its little-endian bytes. Holds exactly `Count()` of them.
  std::vector<uint8_t> bytes = {};

  size_t Count() const;
  /// All elements of an integer type; throws `resource.model-invalid` for others.
  std::vector<int64_t> Integers() const;
  /// All elements of a float tensor; throws `resource.model-invalid` for others.
  std::vector<float> Floats() const;
};

struct OnnxAttribute {
  int64_t i = 0;
  float f = 0;
  std::string s = {};
  std::vector<int64_t> ints = {};
  std::vector<float> floats = {};
  OnnxTensor t = {};
};

struct OnnxNode {
  std::string name = {};
  /// With its domain in front where that is not ONNX's own: "com.microsoft.QLinearAdd".
  std::string op = {};
  std::vector<std::string> inputs = {};
  std::vector<std::string> outputs = {};
  std::map<std::string, OnnxAttribute> attributes = {};

  /// The attribute or the default that ONNX gives it.
  int64_t Int(const std::string& key, int64_t otherwise) const;
  float Float(const std::string& key, float otherwise) const;
  std::string Text(const std::string& key, const std::string& otherwise) const;
  std::vector<int64_t> Ints(const std::string& key) const;
};

struct OnnxValueInfo {
  std::string name = {};
  ElementType type = ElementType::kNone;
  /// −1 for a dimension that is only named, or not given.
  std::vector<int64_t> dims = {};
};

struct OnnxModel {
  int64_t opset = 0;
  std::vector<OnnxNode> nodes = {};
  std::map<std::string, OnnxTensor> constants = {};
  std::vector<OnnxValueInfo> inputs = {};
  std::vector<OnnxValueInfo> outputs = {};
};

/// Reads a file's bytes. Bounded: file size, counts, ranks, dimensions, lengths of names; memory is
/// at most a small multiple of the file. Throws `resource.model-invalid`.
OnnxModel ReadOnnx(std::span<const uint8_t> file);

}  // namespace eevee::infer
