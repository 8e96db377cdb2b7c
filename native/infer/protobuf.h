#pragma once

#include <cstdint>
#include <cstring>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "infer/refuse.h"

namespace eevee::infer {

/// Reads one message of the protocol buffers wire format
/// (protobuf.dev/programming-guides/encoding), field by field. It only ever looks inside the span
/// it was given; every length is checked against what is left. Nested messages are spans for
/// another reader, so nothing recurses here. Throws `resource.model-invalid`.
class MessageReader {
 public:
  explicit MessageReader(std::span<const uint8_t> bytes) : rest_(bytes) {}

  enum class Wire : uint8_t { kVarint = 0, kFixed64 = 1, kBytes = 2, kFixed32 = 5 };

  struct Field {
    uint32_t number = 0;
    Wire wire = Wire::kVarint;
    uint64_t scalar = 0;                  // varint, fixed32 or fixed64
    std::span<const uint8_t> bytes = {};  // kBytes only

    int64_t Integer() const {
      if (wire != Wire::kVarint) Mistyped();
      return static_cast<int64_t>(scalar);
    }
    float Float() const {
      if (wire != Wire::kFixed32) Mistyped();
      const auto bits = static_cast<uint32_t>(scalar);
      float value;
      std::memcpy(&value, &bits, sizeof value);
      return value;
    }
    std::span<const uint8_t> Bytes() const {
      if (wire != Wire::kBytes) Mistyped();
      return bytes;
    }
    std::string_view Text() const {
      const auto text = Bytes();
      return {reinterpret_cast<const char*>(text.data()), text.size()};
    }
    /// Calls `take` with each integer of a repeated field, packed or not.
    template <typename Take>
    void Integers(Take&& take) const {
      if (wire == Wire::kVarint) return take(static_cast<int64_t>(scalar));
      MessageReader packed(Bytes());
      while (!packed.rest_.empty()) take(static_cast<int64_t>(packed.Varint()));
    }
    /// Calls `take` with each float of a repeated field, packed or not.
    template <typename Take>
    void Floats(Take&& take) const {
      if (wire == Wire::kFixed32) return take(Float());
      MessageReader packed(Bytes());
      while (!packed.rest_.empty()) {
        take(Field{.number = number, .wire = Wire::kFixed32, .scalar = packed.Fixed(4)}.Float());
      }
    }

   private:
    [[noreturn]] void Mistyped() const {
      RefuseModel("its field " + std::to_string(number) + " has another type than ONNX gives it");
    }
  };

  /// The next field, nothing at the end.
  std::optional<Field> Next() {
    if (rest_.empty()) return std::nullopt;
    const uint64_t key = Varint();
    Field field;
    field.number = static_cast<uint32_t>(key >> 3);
    if (key >> 32 != 0 || field.number == 0) RefuseModel("it is no ONNX file (bad field number)");
    switch (key & 7) {
      case 0:
        field.scalar = Varint();
        break;
      case 1:
        field.scalar = Fixed(8);
        break;
      case 2:
        field.bytes = Take(Varint());
        break;
      case 5:
        field.scalar = Fixed(4);
        break;
      default:  // 3 and 4 are groups, which ONNX does not have.
        RefuseModel("it is no ONNX file (bad wire type)");
    }
    field.wire = static_cast<Wire>(key & 7);
    return field;
  }

 private:
  std::span<const uint8_t> Take(uint64_t length) {
    if (length > rest_.size()) RefuseModel("the file ends in the middle of a field");
    const auto taken = rest_.first(static_cast<size_t>(length));
    rest_ = rest_.subspan(taken.size());
    return taken;
  }

  uint64_t Varint() {
    uint64_t value = 0;
    for (uint32_t shift = 0; shift < 64; shift += 7) {
      const uint8_t byte = Take(1)[0];
      value |= uint64_t{byte & 0x7Fu} << shift;
      if ((byte & 0x80) == 0) return value;
    }
    RefuseModel("it is no ONNX file (a number runs on)");
  }

  uint64_t Fixed(size_t length) {
    uint64_t value = 0;
    size_t i = 0;
    for (const uint8_t byte : Take(length)) value |= uint64_t{byte} << (8 * i++);
    return value;
  }

  std::span<const uint8_t> rest_;
};

}  // namespace eevee::infer
