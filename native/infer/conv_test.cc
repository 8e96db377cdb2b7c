#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "infer/kernels/sets.h"
#include "infer/network.h"
#include "infer/test_model.h"
#include "infer/test_random.h"
#include "testing/allocations.h"
#include "testing/test.h"

namespace eevee::infer {
namespace {

using testing::ModelWriter;
using testing::Random;

/// A random layer: Conv, or Gemm or MatMul over a flattened picture, behind and before
/// quantisation.
struct Layer {
  int channels, height, width, outputs, groups, kernel_y, kernel_x, stride, dilation;
  int top, left, bottom, right, out_height, out_width;
  bool matrix, signed_input, relu, wide, quantised, biased;
  float in_scale, out_scale;
  int in_zero, out_zero;
  std::vector<int8_t> weights;
  std::vector<float> scales;
  std::vector<int32_t> bias;

  size_t InputElements() const { return static_cast<size_t>(channels * height * width); }

  static Layer Make(Random& random) {
    Layer l = {};
    l.matrix = random.Whole(0, 3) == 0;
    l.groups = l.matrix ? 1 : random.Whole(0, 2) == 0 ? random.Whole(2, 20) : 1;
    const bool depthwise = l.groups > 1 && random.Chance();
    l.channels = l.groups * (depthwise ? 1 : random.Whole(1, l.groups > 1 ? 5 : 20));
    l.outputs = depthwise ? l.channels : l.groups * random.Whole(1, l.groups > 1 ? 20 : 80);
    l.height = random.Whole(1, 11);
    l.width = random.Whole(1, 11);
    l.stride = l.dilation = 1;
    l.kernel_y = l.height;
    l.kernel_x = l.width;
    if (!l.matrix) {
      l.kernel_y = random.Whole(1, 4);
      l.kernel_x = random.Whole(1, 4);
      l.stride = random.Whole(1, 3);
      l.dilation = random.Whole(1, 2);
      l.top = random.Whole(0, 2);
      l.left = random.Whole(0, 2);
      l.bottom = random.Whole(0, 2);
      l.right = random.Whole(0, 2);
      l.height += l.kernel_y * l.dilation;
      l.width += l.kernel_x * l.dilation;
    }
    const auto count = [&](int size, int before, int after, int kernel) {
      return (size + before + after - (kernel - 1) * l.dilation - 1) / l.stride + 1;
    };
    l.out_height = l.matrix ? 1 : count(l.height, l.top, l.bottom, l.kernel_y);
    l.out_width = l.matrix ? 1 : count(l.width, l.left, l.right, l.kernel_x);
    l.signed_input = random.Chance();
    l.relu = random.Chance();
    l.wide = random.Chance();
    l.quantised = random.Whole(0, 4) != 0;
    l.biased = random.Chance();
    l.in_scale = random.Real(0.01f, 0.1f);
    l.in_zero = random.Whole(0, 255);
    l.out_zero = l.relu ? 0 : random.Whole(0, 255);
    const int taps = l.channels / l.groups * l.kernel_y * l.kernel_x;
    for (int i = 0; i < l.outputs * taps; ++i) {
      l.weights.push_back(
          static_cast<int8_t>(l.wide ? random.Whole(-128, 127) : random.Whole(-64, 63)));
    }
    const bool per_channel = random.Chance();
    for (int i = 0; i < l.outputs; ++i) {
      l.scales.push_back(i > 0 && !per_channel ? l.scales[0] : random.Real(0.001f, 0.003f));
      l.bias.push_back(l.biased ? random.Whole(-9000, 9000) : 0);
    }
    l.out_scale = l.in_scale * 0.002f * std::sqrt(static_cast<float>(taps)) * (l.wide ? 75 : 38);
    return l;
  }

  std::vector<uint8_t> File(bool matmul) const {
    ModelWriter model;
    model.Input("x", signed_input ? 3 : 2, {-1, channels, height, width});
    std::string x =
        model.Dequantize("x", in_scale, in_zero - (signed_input ? 128 : 0), signed_input);
    if (matrix) x = model.Node("Flatten", {x}, "flat");
    const int inputs = channels * height * width;
    std::vector<int64_t> dims = {outputs, channels / groups, kernel_y, kernel_x};
    std::vector<int8_t> ordered = weights;
    if (matrix) dims = {outputs, inputs};
    if (matrix && matmul) {
      dims = {inputs, outputs};
      for (int o = 0; o < outputs; ++o) {
        for (int i = 0; i < inputs; ++i) {
          ordered[static_cast<size_t>(i * outputs + o)] =
              weights[static_cast<size_t>(o * inputs + i)];
        }
      }
    }
    model.Constant("w", 3, dims, ordered);
    model.Constant("w.scale", 1, {outputs}, scales);
    model.Node("DequantizeLinear", {"w", "w.scale"}, "w.dq",
               ModelWriter::Int("axis", matrix && matmul ? 1 : 0));
    std::vector<float> bias_scale;
    for (const float scale : scales) bias_scale.push_back(scale * in_scale);
    model.Constant("b", 6, {outputs}, bias);
    model.Constant("b.scale", 1, {outputs}, bias_scale);
    model.Node("DequantizeLinear", {"b", "b.scale"}, "b.dq", ModelWriter::Int("axis", 0));
    std::string y;
    if (matrix && matmul) {
      y = model.Node("Add", {model.Node("MatMul", {x, "w.dq"}, "product"), "b.dq"}, "y");
    } else if (matrix) {
      y = model.Node("Gemm", {x, "w.dq", "b.dq"}, "y", ModelWriter::Int("transB", 1));
    } else {
      std::vector<std::string> operands = {x, "w.dq"};
      if (biased) operands.emplace_back("b.dq");
      y = model.Node("Conv", operands, "y",
                     ModelWriter::Int("group", groups) +
                         ModelWriter::Ints("strides", {stride, stride}) +
                         ModelWriter::Ints("dilations", {dilation, dilation}) +
                         ModelWriter::Ints("pads", {top, left, bottom, right}));
    }
    if (relu) y = model.Node("Relu", {y}, "relu");
    if (quantised)
      y = model.Dequantize(model.Quantize(y, out_scale, out_zero), out_scale, out_zero);
    model.Output(y);
    return model.File();
  }

  /// The definition of ONNX, in the order of its words, in doubles.
  std::vector<double> Expected(const uint8_t* x) const {
    std::vector<double> values;
    const int in_group = channels / groups;
    for (int o = 0; o < outputs; ++o) {
      const int first = o / (outputs / groups) * in_group;
      for (int oy = 0; oy < out_height; ++oy) {
        for (int ox = 0; ox < out_width; ++ox) {
          double sum = bias[static_cast<size_t>(o)];
          for (int c = 0; c < in_group; ++c) {
            for (int ky = 0; ky < kernel_y; ++ky) {
              for (int kx = 0; kx < kernel_x; ++kx) {
                const int y = oy * stride - top + ky * dilation;
                const int at = ox * stride - left + kx * dilation;
                if (y < 0 || y >= height || at < 0 || at >= width) continue;
                const int code = x[((first + c) * height + y) * width + at];
                const int w = weights[static_cast<size_t>(
                    ((o * in_group + c) * kernel_y + ky) * kernel_x + kx)];
                sum += static_cast<double>(code - in_zero) * w;
              }
            }
          }
          double value = sum * double{in_scale} * double{scales[static_cast<size_t>(o)]};
          if (relu) value = std::max(value, 0.0);
          if (quantised) {
            const double code = std::nearbyint(value / double{out_scale}) + out_zero;
            value = (std::clamp(code, 0.0, 255.0) - out_zero) * double{out_scale};
          }
          values.push_back(value);
        }
      }
    }
    return values;
  }
};

TEST(every_layer_gives_what_onnx_defines_on_every_instruction_set) {
  Random random(1);
  constexpr int kBatch = 3;
  size_t compared = 0;
  size_t off = 0;
  for (int round = 0; round < 150; ++round) {
    const Layer layer = Layer::Make(random);
    const std::vector<uint8_t> file = layer.File(random.Chance());
    const std::vector<uint8_t> x = random.Codes(layer.InputElements() * kBatch);
    std::vector<float> scalar;
    for (const Kernels* kernels : AvailableKernels()) {
      Runner runner(Network::LoadFor(*kernels, file), kBatch);
      CHECK_EQ(runner.input(0).size(), x.size());
      std::copy(x.begin(), x.end(), runner.input(0).begin());
      runner.Run(kBatch);
      const auto got = runner.output(0);
      if (kernels == &kScalarKernels) scalar.assign(got.begin(), got.end());
      if (!std::equal(got.begin(), got.end(), scalar.begin(), scalar.end())) {
        throw ::eevee::testing::Failure(std::string(kernels->name) +
                                        " differs from scalar in round " + std::to_string(round));
      }
    }
    const size_t elements = scalar.size() / kBatch;
    for (size_t sample = 0; sample < kBatch; ++sample) {
      const std::vector<double> expected =
          layer.Expected(x.data() + sample * layer.InputElements());
      CHECK_EQ(expected.size(), elements);
      for (size_t i = 0; i < elements; ++i) {
        const double distance =
            std::abs(double{scalar[sample * elements + i]} - expected[i]) / double{layer.out_scale};
        // Rounding a tie in floats may go the other way than in doubles.
        CHECK(distance < 1.01);
        ++compared;
        if (distance > 0.5) ++off;
      }
    }
  }
  CHECK(compared > 100000);
  CHECK(off * 10000 < compared);
}

TEST(a_run_allocates_nothing_and_keeps_its_inputs) {
  Random random(2);
  for (int round = 0; round < 20; ++round) {
    const Layer layer = Layer::Make(random);
    Runner runner(Network::Load(layer.File(false)), 2);
    const std::vector<uint8_t> x = random.Codes(runner.input(0).size());
    std::copy(x.begin(), x.end(), runner.input(0).begin());
    const uint64_t before = ::eevee::testing::AllocationsSoFar();
    for (int i = 0; i < 10; ++i) runner.Run(2);
    CHECK_EQ(::eevee::testing::AllocationsSoFar(), before);
    CHECK(std::equal(x.begin(), x.end(), runner.input(0).begin()));
  }
}

}  // namespace
}  // namespace eevee::infer
