#pragma once

#include <cstdint>
#include <cstring>
#include <initializer_list>
#include <string>
#include <vector>

namespace eevee::infer::testing {

/// Writes small ONNX files for tests, field by field (onnx.proto).
class ModelWriter {
 public:
  using Bytes = std::string;

  static Bytes Varint(uint64_t value) {
    Bytes bytes;
    for (; value >= 128; value >>= 7) bytes += static_cast<char>(value % 128 + 128);
    return bytes += static_cast<char>(value);
  }
  static Bytes Number(uint32_t field, int64_t value) {
    return Varint(field << 3) + Varint(static_cast<uint64_t>(value));
  }
  static Bytes Text(uint32_t field, const Bytes& text) {
    return Varint(field << 3 | 2) + Varint(text.size()) + text;
  }

  void Input(const std::string& name, int64_t type, const std::vector<int64_t>& dims) {
    Bytes shape;
    for (const int64_t dim : dims) shape += Text(1, dim < 0 ? Text(2, "N") : Number(1, dim));
    graph_ += Text(11, Text(1, name) + Text(2, Text(1, Number(1, type) + Text(2, shape))));
  }
  void Output(const std::string& name) { graph_ += Text(12, Text(1, name)); }

  template <typename Element>
  std::string Constant(const std::string& name, int64_t type, const std::vector<int64_t>& dims,
                       const std::vector<Element>& values) {
    Bytes tensor;
    for (const int64_t dim : dims) tensor += Number(1, dim);
    Bytes raw(values.size() * sizeof(Element), '\0');
    if (!raw.empty()) std::memcpy(raw.data(), values.data(), raw.size());
    graph_ += Text(5, tensor + Number(2, type) + Text(8, name) + Text(9, raw));
    return name;
  }
  std::string Scalar(const std::string& name, float value) {
    return Constant<float>(name, 1, {}, {value});
  }

  static Bytes Int(const std::string& key, int64_t value) {
    return Text(5, Text(1, key) + Number(3, value));
  }
  static Bytes Ints(const std::string& key, const std::vector<int64_t>& values) {
    Bytes attribute = Text(1, key);
    for (const int64_t value : values) attribute += Number(8, value);
    return Text(5, attribute);
  }

  std::string Node(const std::string& op, const std::vector<std::string>& inputs,
                   const std::string& output, const Bytes& attributes = {}) {
    Bytes node;
    for (const std::string& input : inputs) node += Text(1, input);
    graph_ +=
        Text(1, node + Text(2, output) + Text(3, output + "." + op) + Text(4, op) + attributes);
    return output;
  }

  /// DequantizeLinear with uint8 or, for zero points below 0, int8 codes.
  std::string Dequantize(const std::string& codes, float scale, int zero, bool is_signed = false) {
    return Node("DequantizeLinear", Quantum(codes + ".dq", codes, scale, zero, is_signed),
                codes + ".dq");
  }
  std::string Quantize(const std::string& value, float scale, int zero, bool is_signed = false) {
    return Node("QuantizeLinear", Quantum(value + ".q", value, scale, zero, is_signed),
                value + ".q");
  }

  std::vector<uint8_t> File(int64_t opset = 13) const {
    const Bytes file = Number(1, 8) + Text(7, graph_) + Text(8, Text(1, "") + Number(2, opset));
    return {file.begin(), file.end()};
  }

 private:
  std::vector<std::string> Quantum(const std::string& name, const std::string& value, float scale,
                                   int zero, bool is_signed) {
    Scalar(name + ".scale", scale);
    Constant<uint8_t>(name + ".zero", is_signed ? 3 : 2, {}, {static_cast<uint8_t>(zero)});
    return {value, name + ".scale", name + ".zero"};
  }

  Bytes graph_;
};

}  // namespace eevee::infer::testing
