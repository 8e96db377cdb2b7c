#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace eevee::infer {

struct Kernels;

/// An input of a network. The caller writes codes: `code = round(value / scale) + zero`, elements
/// in the file's order (N, C, H, W). Where the file takes floats, these are the codes that its own
/// QuantizeLinear would make; where it takes int8, they are its codes plus 128.
struct InputInfo {
  std::string name;
  std::vector<int64_t> dims;  // the first, the batch, is 1
  size_t elements;            // of one sample
  float scale;
  int32_t zero;
};

struct OutputInfo {
  std::string name;
  std::vector<int64_t> dims;  // the first, the batch, is 1
  size_t elements;            // of one sample
  /// Whether the output exists as codes: `value = (code − zero) · scale` unless a function follows.
  bool has_codes;
  float scale;
  int32_t zero;
};

/// A network that was read, checked, and packed for this processor. Immutable: any number of
/// runners on any threads share one, and a model is switched by making a runner of another network.
class Network {
 public:
  /// Reads an ONNX file with QuantizeLinear and DequantizeLinear (README.md lists the operators).
  /// Throws `resource.model-invalid`; where the file may be sound but an operator is not covered,
  /// the problem's `field` is "operator", and onnxruntime may know it. Throws
  /// `configuration.invalid` where EEVEE_ISA names an instruction set that is not there.
  static std::shared_ptr<const Network> Load(std::span<const uint8_t> onnx);

  /// The same for one instruction set: for tests that compare them.
  static std::shared_ptr<const Network> LoadFor(const Kernels& kernels,
                                                std::span<const uint8_t> onnx);
  ~Network();

  const std::vector<InputInfo>& inputs() const;
  const std::vector<OutputInfo>& outputs() const;
  /// Multiply-adds of one sample, in convolutions and matrix products.
  int64_t macs() const;
  /// Name of the instruction set it was packed for, as EEVEE_ISA takes it.
  const char* isa() const;

 private:
  friend class Runner;
  struct Parts;
  explicit Network(std::unique_ptr<const Parts> parts);
  std::unique_ptr<const Parts> parts_;
};

/// A network with the memory to run it. One thread at a time; nothing is allocated and nothing
/// thrown after it was made.
class Runner {
 public:
  /// Throws `resource.model-invalid` where `max_batch` samples take more than a gigabyte, and
  /// `configuration.invalid` where `max_batch` is not from 1 to 65536.
  explicit Runner(std::shared_ptr<const Network> network, int max_batch = 1);
  ~Runner();
  Runner(const Runner&) = delete;
  Runner& operator=(const Runner&) = delete;

  /// Where the codes of input `index` are written: max_batch samples, one behind the other. What
  /// was written stays until it is overwritten.
  std::span<uint8_t> input(int index) noexcept;

  /// Runs the first `batch` samples; a number outside 1 … max_batch is brought inside.
  void Run(int batch = 1) noexcept;

  /// The values of output `index`, max_batch samples in the file's order; those of the last batch
  /// are valid until the next one. ArgMax gives its indices as floats.
  std::span<const float> output(int index) const noexcept;

  /// The same as codes; empty where `has_codes` is false.
  std::span<const uint8_t> quantised_output(int index) const noexcept;

  const Network& network() const noexcept { return *network_; }
  int max_batch() const noexcept { return static_cast<int>(max_batch_); }

 private:
  struct Free {
    void operator()(uint8_t* memory) const noexcept;
  };

  uint8_t* Tensor(int index) const noexcept { return tensors_[static_cast<size_t>(index)]; }

  std::shared_ptr<const Network> network_;
  size_t max_batch_;
  std::unique_ptr<uint8_t, Free> arena_;
  std::vector<uint8_t*> tensors_;
};

}  // namespace eevee::infer
