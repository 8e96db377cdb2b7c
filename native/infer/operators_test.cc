#include <algorithm>
#include <cmath>

#include "infer/kernels/sets.h"
#include "infer/network.h"
#include "infer/test_model.h"
#include "infer/test_random.h"
#include "testing/test.h"

namespace eevee::infer {
namespace {

using testing::ModelWriter;
using testing::Random;

constexpr float kScale = 0.05f;
constexpr int kZero = 120;
constexpr int kChannels = 19, kHeight = 5, kWidth = 6;
constexpr size_t kElements = kChannels * kHeight * kWidth;

double Real(uint8_t code) { return (code - kZero) * double{kScale}; }

/// What a graph gives for these inputs, checked to be the same on every instruction set.
std::vector<float> RunOn(const std::vector<uint8_t>& file,
                         const std::vector<std::vector<uint8_t>>& inputs) {
  std::vector<float> values;
  for (const Kernels* kernels : AvailableKernels()) {
    Runner runner(Network::LoadFor(*kernels, file));
    for (size_t i = 0; i < inputs.size(); ++i) {
      CHECK_EQ(runner.input(static_cast<int>(i)).size(), inputs[i].size());
      std::copy(inputs[i].begin(), inputs[i].end(), runner.input(static_cast<int>(i)).begin());
    }
    runner.Run();
    const auto got = runner.output(0);
    if (values.empty()) values.assign(got.begin(), got.end());
    CHECK(std::equal(got.begin(), got.end(), values.begin(), values.end()));
  }
  return values;
}

/// A graph of one picture "x", whose end is quantised to `scale`, `zero`.
struct Graph1 {
  ModelWriter model;
  std::string x;
  Graph1() {
    model.Input("x", 2, {1, kChannels, kHeight, kWidth});
    x = model.Dequantize("x", kScale, kZero);
  }
  std::vector<uint8_t> End(const std::string& y, float scale = 0.04f, int zero = 100) {
    model.Output(model.Dequantize(model.Quantize(y, scale, zero), scale, zero));
    return model.File();
  }
};

double Rounded(double value, double scale = double{0.04f}, int zero = 100) {
  return (std::clamp(std::nearbyint(value / scale) + zero, 0.0, 255.0) - zero) * scale;
}

void CheckClose(const std::vector<float>& got, const std::vector<double>& expected) {
  CHECK_EQ(got.size(), expected.size());
  size_t off = 0;
  for (size_t i = 0; i < got.size(); ++i) {
    const double distance = std::abs(double{got[i]} - expected[i]) / double{0.04f};
    CHECK(distance < 1.01);
    if (distance > 0.5) ++off;
  }
  // Ties may round the other way; with these scales of few digits they are not rare.
  CHECK(off * 10 <= got.size());
}

TEST(activations_follow_their_formulas) {
  Random random(3);
  const std::vector<uint8_t> x = random.Codes(kElements);
  const auto check = [&](const char* op, double (*function)(double)) {
    Graph1 graph;
    const std::string y = graph.model.Node(op, {graph.x}, "y");
    std::vector<double> expected;
    for (const uint8_t code : x) expected.push_back(Rounded(function(Real(code))));
    CheckClose(RunOn(graph.End(y), {x}), expected);
  };
  check("Relu", [](double v) { return std::max(v, 0.0); });
  check("LeakyRelu", [](double v) { return v < 0 ? 0.01 * v : v; });
  check("Sigmoid", [](double v) { return 1 / (1 + std::exp(-v)); });
  check("HardSigmoid", [](double v) { return std::clamp(0.2 * v + 0.5, 0.0, 1.0); });
  check("HardSwish", [](double v) { return v * std::clamp(v / 6 + 0.5, 0.0, 1.0); });
  check("Tanh", [](double v) { return std::tanh(v); });
  check("Elu", [](double v) { return v < 0 ? std::expm1(v) : v; });
  check("Abs", [](double v) { return std::abs(v); });
  check("Neg", [](double v) { return -v; });
}

TEST(sums_differences_and_products_of_two_pictures) {
  Random random(4);
  const std::vector<uint8_t> a = random.Codes(kElements);
  const std::vector<uint8_t> b = random.Codes(kElements);
  for (const std::string op : {"Add", "Sub", "Mul"}) {
    Graph1 graph;
    graph.model.Input("b", 2, {1, kChannels, kHeight, kWidth});
    const std::string y =
        graph.model.Node(op, {graph.x, graph.model.Dequantize("b", kScale, kZero)}, "y");
    std::vector<double> expected;
    for (size_t i = 0; i < kElements; ++i) {
      const double u = Real(a[i]), v = Real(b[i]);
      expected.push_back(Rounded(op == "Add" ? u + v : op == "Sub" ? u - v : u * v));
    }
    CheckClose(RunOn(graph.End(y), {a, b}), expected);
  }
}

TEST(pools_leave_out_what_is_padding) {
  Random random(5);
  for (int round = 0; round < 40; ++round) {
    const std::vector<uint8_t> x = random.Codes(kElements);
    const bool maximum = random.Chance();
    const bool include = !maximum && random.Chance();
    const int ky = random.Whole(1, 4), kx = random.Whole(1, 4), stride = random.Whole(1, 3);
    const int py = random.Whole(0, ky - 1), px = random.Whole(0, kx - 1);
    Graph1 graph;
    const std::string y =
        graph.model.Node(maximum ? "MaxPool" : "AveragePool", {graph.x}, "y",
                         ModelWriter::Ints("kernel_shape", {ky, kx}) +
                             ModelWriter::Ints("strides", {stride, stride}) +
                             ModelWriter::Ints("pads", {py, px, py, px}) +
                             (include ? ModelWriter::Int("count_include_pad", 1) : std::string{}));
    std::vector<double> expected;
    for (int c = 0; c < kChannels; ++c) {
      for (int oy = 0; oy <= (kHeight + 2 * py - ky) / stride; ++oy) {
        for (int ox = 0; ox <= (kWidth + 2 * px - kx) / stride; ++ox) {
          double sum = 0, largest = -1e9;
          int count = 0;
          for (int i = 0; i < ky * kx; ++i) {
            const int iy = oy * stride - py + i / kx, ix = ox * stride - px + i % kx;
            if (iy < 0 || iy >= kHeight || ix < 0 || ix >= kWidth) continue;
            const double v = Real(x[static_cast<size_t>((c * kHeight + iy) * kWidth + ix)]);
            sum += v;
            largest = std::max(largest, v);
            ++count;
          }
          expected.push_back(Rounded(maximum ? largest : sum / (include ? ky * kx : count)));
        }
      }
    }
    CheckClose(RunOn(graph.End(y), {x}), expected);
  }
  Graph1 graph;
  const std::vector<uint8_t> x = random.Codes(kElements);
  std::vector<double> expected;
  for (size_t c = 0; c < kChannels; ++c) {
    double sum = 0;
    for (size_t i = 0; i < kHeight * kWidth; ++i) sum += Real(x[c * kHeight * kWidth + i]);
    expected.push_back(Rounded(sum / (kHeight * kWidth)));
  }
  CheckClose(RunOn(graph.End(graph.model.Node("GlobalAveragePool", {graph.x}, "y")), {x}),
             expected);
}

TEST(concat_joins_along_every_axis) {
  Random random(6);
  const std::vector<uint8_t> a = random.Codes(kElements);
  const std::vector<uint8_t> b = random.Codes(kElements);
  const int dims[] = {kChannels, kHeight, kWidth};
  for (int axis = 1; axis <= 3; ++axis) {
    Graph1 graph;
    graph.model.Input("b", 2, {1, kChannels, kHeight, kWidth});
    const std::string other = graph.model.Dequantize("b", 0.08f, 30);
    const std::string y =
        graph.model.Node("Concat", {graph.x, other}, "y", ModelWriter::Int("axis", axis));
    size_t outer = 1, inner = 1;
    for (int d = 0; d < axis - 1; ++d) outer *= static_cast<size_t>(dims[d]);
    for (int d = axis - 1; d < 3; ++d) inner *= static_cast<size_t>(dims[d]);
    std::vector<double> expected;
    for (size_t o = 0; o < outer; ++o) {
      for (size_t i = 0; i < inner; ++i) expected.push_back(Rounded(Real(a[o * inner + i])));
      for (size_t i = 0; i < inner; ++i) {
        expected.push_back(Rounded((b[o * inner + i] - 30) * double{0.08f}));
      }
    }
    CheckClose(RunOn(graph.End(y), {a, b}), expected);
  }
}

TEST(shapes_change_without_moving_elements) {
  Random random(7);
  const std::vector<uint8_t> x = random.Codes(kElements);
  std::vector<double> expected;
  for (const uint8_t code : x) expected.push_back(Rounded(Real(code)));
  Graph1 graph;
  ModelWriter& model = graph.model;
  model.Constant<int64_t>("shape", 7, {4}, {0, kHeight, -1, kWidth});
  model.Constant<int64_t>("axes", 7, {1}, {1});
  std::string y = model.Node("Reshape", {graph.x, "shape"}, "reshaped");
  // A pool in the new shape has to find the elements there.
  y = model.Node("MaxPool", {y}, "pooled", ModelWriter::Ints("kernel_shape", {1, 1}));
  y = model.Node("Flatten", {y}, "flat");
  y = model.Node("Unsqueeze", {y, "axes"}, "unsqueezed");
  y = model.Node("Transpose", {y}, "turned", ModelWriter::Ints("perm", {0, 2, 1}));
  model.Constant<int64_t>("last", 7, {1}, {2});
  y = model.Node("Squeeze", {y, "last"}, "squeezed");
  y = model.Node("Identity", {y}, "same");
  CheckClose(RunOn(graph.End(y), {x}), expected);
}

TEST(softmax_and_argmax_end_a_network_in_floats) {
  Random random(8);
  const std::vector<uint8_t> x = random.Codes(kElements);
  Graph1 graph;
  graph.model.Output(graph.model.Node("Softmax", {graph.x}, "y", ModelWriter::Int("axis", 1)));
  const std::vector<float> soft = RunOn(graph.model.File(), {x});
  Graph1 other;
  other.model.Output(other.model.Node("ArgMax", {other.x}, "y", ModelWriter::Int("axis", 1)));
  const std::vector<float> best = RunOn(other.model.File(), {x});
  constexpr size_t kPixels = kHeight * kWidth;
  CHECK_EQ(soft.size(), kElements);
  CHECK_EQ(best.size(), kPixels);
  for (size_t i = 0; i < kPixels; ++i) {
    double sum = 0;
    size_t largest = 0;
    for (size_t c = 0; c < kChannels; ++c) {
      sum += std::exp(Real(x[c * kPixels + i]));
      if (x[c * kPixels + i] > x[largest * kPixels + i]) largest = c;
    }
    for (size_t c = 0; c < kChannels; ++c) {
      CHECK(std::abs(std::exp(Real(x[c * kPixels + i])) / sum - double{soft[c * kPixels + i]}) <
            1e-5);
    }
    CHECK_EQ(best[i], static_cast<float>(largest));
  }
}

TEST(codes_of_an_output_stand_for_its_values) {
  Graph1 graph;
  Runner runner(Network::Load(graph.End(graph.x)));
  Random random(9);
  const std::vector<uint8_t> x = random.Codes(kElements);
  std::copy(x.begin(), x.end(), runner.input(0).begin());
  runner.Run();
  const OutputInfo& info = runner.network().outputs()[0];
  CHECK(info.has_codes);
  for (size_t i = 0; i < kElements; ++i) {
    const float value = static_cast<float>(runner.quantised_output(0)[i] - info.zero) * info.scale;
    CHECK_EQ(runner.output(0)[i], value);
  }
}

}  // namespace
}  // namespace eevee::infer
