#include "infer/onnx.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>

#include "infer/protobuf.h"
#include "infer/refuse.h"

namespace eevee::infer {
namespace {

static_assert(std::endian::native == std::endian::little, "ONNX's raw data is little-endian");

constexpr size_t kMostFileBytes = size_t{64} << 20;
constexpr size_t kMostNodes = 4096;
constexpr size_t kMostConstants = 16384;
constexpr size_t kMostValues = 64;  // graph inputs, outputs; inputs and outputs of one node
constexpr size_t kMostRank = 8;
constexpr size_t kMostNameBytes = 1024;
constexpr size_t kMostAttributeItems = 1024;
constexpr int64_t kLargestDimension = int64_t{1} << 26;

using Field = MessageReader::Field;

template <typename Take>
void EachField(std::span<const uint8_t> message, Take&& take) {
  MessageReader reader(message);
  while (const auto field = reader.Next()) take(*field);
}

std::string Name(const Field& field) {
  if (field.Text().size() > kMostNameBytes) RefuseModel("a name in it is longer than a kilobyte");
  return std::string(field.Text());
}

template <typename Item>
void Append(std::vector<Item>& list, Item item, size_t most, const char* what) {
  if (list.size() >= most) RefuseModel(std::string("it has too many ") + what);
  list.push_back(std::move(item));
}

size_t ElementBytes(ElementType type) {
  switch (type) {
    case ElementType::kUint8:
    case ElementType::kInt8:
      return 1;
    case ElementType::kFloat:
    case ElementType::kInt32:
      return 4;
    case ElementType::kInt64:
      return 8;
    default:
      return 0;
  }
}

template <typename Value>
void AppendBytes(std::vector<uint8_t>& bytes, Value value, size_t count) {
  if (bytes.size() >= kMostFileBytes) RefuseModel("a constant is larger than 64 MiB");
  uint8_t raw[sizeof value];
  std::memcpy(raw, &value, sizeof value);
  bytes.insert(bytes.end(), raw, raw + count);
}

OnnxTensor ReadTensor(std::span<const uint8_t> message) {
  OnnxTensor tensor;
  // The type decides how integers are stored, and may come after them.
  EachField(message, [&](const Field& field) {
    if (field.number == 2) tensor.type = static_cast<ElementType>(field.Integer());
  });
  const size_t size = ElementBytes(tensor.type);
  EachField(message, [&](const Field& field) {
    switch (field.number) {
      case 1:
        field.Integers([&](int64_t dim) {
          if (dim < 0 || dim > kLargestDimension) RefuseModel("a constant has an absurd shape");
          Append(tensor.dims, dim, kMostRank, "dimensions in a constant");
        });
        break;
      case 4:
        if (tensor.type != ElementType::kFloat) RefuseModel("a constant's data is of another type");
        field.Floats([&](float value) { AppendBytes(tensor.bytes, value, 4); });
        break;
      case 5:
      case 7:
        if (tensor.type == ElementType::kFloat) RefuseModel("a constant's data is of another type");
        field.Integers([&](int64_t value) { AppendBytes(tensor.bytes, value, size); });
        break;
      case 8:
        tensor.name = Name(field);
        break;
      case 9:
        if (size != 0) tensor.bytes.assign(field.Bytes().begin(), field.Bytes().end());
        break;
      case 13:
      case 14:
        if (field.number == 13 || field.Integer() != 0) {
          RefuseModel("it keeps its weights in another file");
        }
        break;
      default:
        break;
    }
  });
  // Of a type that nothing here can use: kept by name only, refused where it is used.
  if (size == 0) {
    tensor.type = ElementType::kNone;
    return tensor;
  }
  if (tensor.Count() != tensor.bytes.size() / size || tensor.bytes.size() % size != 0) {
    RefuseModel("the data of the constant \"" + tensor.name + "\" does not fit its shape");
  }
  return tensor;
}

OnnxAttribute ReadAttribute(std::span<const uint8_t> message, std::string& name) {
  OnnxAttribute attribute;
  EachField(message, [&](const Field& field) {
    switch (field.number) {
      case 1:
        name = Name(field);
        break;
      case 2:
        attribute.f = field.Float();
        break;
      case 3:
        attribute.i = field.Integer();
        break;
      case 4:
        attribute.s = Name(field);
        break;
      case 5:
        attribute.t = ReadTensor(field.Bytes());
        break;
      case 7:
        field.Floats([&](float value) {
          Append(attribute.floats, value, kMostAttributeItems, "numbers in an attribute");
        });
        break;
      case 8:
        field.Integers([&](int64_t value) {
          Append(attribute.ints, value, kMostAttributeItems, "numbers in an attribute");
        });
        break;
      default:  // Subgraphs and the rest belong to operators that are refused anyway.
        break;
    }
  });
  return attribute;
}

OnnxNode ReadNode(std::span<const uint8_t> message) {
  OnnxNode node;
  std::string domain;
  EachField(message, [&](const Field& field) {
    switch (field.number) {
      case 1:
        Append(node.inputs, Name(field), kMostValues, "inputs at one node");
        break;
      case 2:
        Append(node.outputs, Name(field), kMostValues, "outputs at one node");
        break;
      case 3:
        node.name = Name(field);
        break;
      case 4:
        node.op = Name(field);
        break;
      case 5: {
        if (node.attributes.size() >= kMostValues) RefuseModel("a node has too many attributes");
        std::string key;
        OnnxAttribute attribute = ReadAttribute(field.Bytes(), key);
        node.attributes[key] = std::move(attribute);
        break;
      }
      case 7:
        domain = Name(field);
        break;
      default:
        break;
    }
  });
  if (!domain.empty() && domain != "ai.onnx") node.op = domain + "." + node.op;
  if (node.op.empty()) RefuseModel("a node has no operator");
  if (node.name.empty() && !node.outputs.empty()) node.name = node.outputs[0];
  return node;
}

int64_t ReadDimension(std::span<const uint8_t> message) {
  int64_t dim = -1;
  EachField(message, [&](const Field& field) {
    if (field.number == 1) dim = field.Integer();
  });
  if (dim < -1 || dim > kLargestDimension) RefuseModel("an input or output has an absurd shape");
  return dim;
}

OnnxValueInfo ReadValueInfo(std::span<const uint8_t> message) {
  OnnxValueInfo value;
  const auto read_shape = [&](const Field& dim) {
    if (dim.number == 1) {
      Append(value.dims, ReadDimension(dim.Bytes()), kMostRank, "dimensions in an input");
    }
  };
  const auto read_tensor_type = [&](const Field& field) {
    if (field.number == 1) value.type = static_cast<ElementType>(field.Integer());
    if (field.number == 2) EachField(field.Bytes(), read_shape);
  };
  EachField(message, [&](const Field& field) {
    if (field.number == 1) value.name = Name(field);
    if (field.number != 2) return;
    EachField(field.Bytes(), [&](const Field& type) {
      if (type.number == 1) EachField(type.Bytes(), read_tensor_type);
    });
  });
  return value;
}

void ReadGraph(std::span<const uint8_t> message, OnnxModel& model) {
  EachField(message, [&](const Field& field) {
    switch (field.number) {
      case 1:
        Append(model.nodes, ReadNode(field.Bytes()), kMostNodes, "nodes");
        break;
      case 5: {
        if (model.constants.size() >= kMostConstants) RefuseModel("it has too many constants");
        OnnxTensor tensor = ReadTensor(field.Bytes());
        std::string name = tensor.name;
        model.constants[name] = std::move(tensor);
        break;
      }
      case 11:
        Append(model.inputs, ReadValueInfo(field.Bytes()), kMostConstants, "inputs");
        break;
      case 12:
        Append(model.outputs, ReadValueInfo(field.Bytes()), kMostValues, "outputs");
        break;
      case 15:
        RefuseModel("it has sparse weights");
      default:
        break;
    }
  });
}

int64_t ReadOpset(std::span<const uint8_t> message) {
  std::string domain;
  int64_t version = 0;
  EachField(message, [&](const Field& field) {
    if (field.number == 1) domain = Name(field);
    if (field.number == 2) version = field.Integer();
  });
  return domain.empty() || domain == "ai.onnx" ? version : 0;
}

}  // namespace

size_t OnnxTensor::Count() const {
  size_t count = 1;
  for (const int64_t dim : dims) {
    // Dimensions are at most 2^26 each, and the product is stopped before it can overflow.
    count *= static_cast<size_t>(dim);
    if (count > kMostFileBytes) RefuseModel("the constant \"" + name + "\" has an absurd shape");
  }
  return count;
}

std::vector<int64_t> OnnxTensor::Integers() const {
  // One of a type that was not even read has a count, but no bytes.
  if (type == ElementType::kNone || type == ElementType::kFloat) {
    RefuseModel("the constant \"" + name + "\" should hold integers");
  }
  std::vector<int64_t> values;
  values.reserve(Count());
  for (size_t at = 0; at < bytes.size(); at += ElementBytes(type)) {
    int64_t value = 0;
    switch (type) {
      case ElementType::kUint8:
        value = bytes[at];
        break;
      case ElementType::kInt8:
        value = static_cast<int8_t>(bytes[at]);
        break;
      case ElementType::kInt32: {
        int32_t narrow;
        std::memcpy(&narrow, &bytes[at], sizeof narrow);
        value = narrow;
        break;
      }
      default:
        std::memcpy(&value, &bytes[at], sizeof value);
    }
    values.push_back(value);
  }
  return values;
}

std::vector<float> OnnxTensor::Floats() const {
  if (type != ElementType::kFloat) {
    RefuseModel("the constant \"" + name + "\" should hold 32-bit floats");
  }
  std::vector<float> values(Count());
  if (!values.empty()) std::memcpy(values.data(), bytes.data(), bytes.size());
  for (const float value : values) {
    if (std::isnan(value)) RefuseModel("the constant \"" + name + "\" holds NaN");
  }
  return values;
}

int64_t OnnxNode::Int(const std::string& key, int64_t otherwise) const {
  const auto found = attributes.find(key);
  return found == attributes.end() ? otherwise : found->second.i;
}

float OnnxNode::Float(const std::string& key, float otherwise) const {
  const auto found = attributes.find(key);
  return found == attributes.end() ? otherwise : found->second.f;
}

std::string OnnxNode::Text(const std::string& key, const std::string& otherwise) const {
  const auto found = attributes.find(key);
  return found == attributes.end() ? otherwise : found->second.s;
}

std::vector<int64_t> OnnxNode::Ints(const std::string& key) const {
  const auto found = attributes.find(key);
  return found == attributes.end() ? std::vector<int64_t>{} : found->second.ints;
}

OnnxModel ReadOnnx(std::span<const uint8_t> file) {
  if (file.empty()) RefuseModel("the file is empty");
  if (file.size() > kMostFileBytes) RefuseModel("the file is larger than 64 MiB");
  OnnxModel model;
  bool has_graph = false;
  EachField(file, [&](const Field& field) {
    if (field.number == 7) {
      if (has_graph) RefuseModel("it has two graphs");
      has_graph = true;
      ReadGraph(field.Bytes(), model);
    }
    if (field.number == 8) model.opset = std::max(model.opset, ReadOpset(field.Bytes()));
  });
  if (!has_graph) RefuseModel("it is no ONNX file (it has no graph)");
  return model;
}

}  // namespace eevee::infer
