#include <sys/resource.h>

#include <algorithm>
#include <filesystem>

#include "base/files.h"
#include "infer/network.h"
#include "infer/onnx_fuzz.h"
#include "infer/test_model.h"
#include "infer/test_random.h"
#include "testing/test.h"

namespace eevee::infer {
namespace {

using testing::ModelWriter;
using testing::Random;

/// Conv, Relu, pool, Gemm: a bit of everything, in under two kilobytes.
std::vector<uint8_t> SmallModel() {
  ModelWriter model;
  model.Input("x", 2, {1, 2, 6, 6});
  std::string x = model.Dequantize("x", 0.1f, 3);
  model.Constant<int8_t>("w", 3, {4, 2, 3, 3}, std::vector<int8_t>(72, 5));
  model.Constant<float>("w.scale", 1, {4}, {0.1f, 0.2f, 0.3f, 0.4f});
  model.Node("DequantizeLinear", {"w", "w.scale"}, "w.dq", ModelWriter::Int("axis", 0));
  std::string y =
      model.Node("Conv", {x, "w.dq"}, "conv",
                 ModelWriter::Ints("pads", {1, 1, 1, 1}) + ModelWriter::Int("group", 1));
  y = model.Node("Relu", {y}, "relu");
  y = model.Dequantize(model.Quantize(y, 0.5f, 0), 0.5f, 0);
  y = model.Node("MaxPool", {y}, "pool",
                 ModelWriter::Ints("kernel_shape", {2, 2}) + ModelWriter::Ints("strides", {2, 2}));
  y = model.Node("Flatten", {y}, "flat");
  model.Constant<int8_t>("m", 3, {36, 3}, std::vector<int8_t>(108, -7));
  model.Scalar("m.scale", 0.01f);
  model.Node("DequantizeLinear", {"m", "m.scale"}, "m.dq");
  y = model.Node("Gemm", {y, "m.dq"}, "gemm");
  model.Output(model.Dequantize(model.Quantize(y, 1.0f, 128), 1.0f, 128));
  return model.File();
}

Problem Refusal(const std::vector<uint8_t>& file) { return PROBLEM_OF(Network::Load(file)); }

/// A model of one node behind a picture of 3 × 8 × 8.
std::vector<uint8_t> OneNode(const std::string& op, const std::string& attributes = {},
                             std::vector<int64_t> dims = {1, 3, 8, 8}) {
  ModelWriter model;
  model.Input("x", 2, dims);
  const std::string x = model.Dequantize("x", 0.1f, 0);
  model.Output(model.Dequantize(model.Quantize(model.Node(op, {x}, "y", attributes), 1, 0), 1, 0));
  return model.File();
}

TEST(a_whole_model_loads) { CHECK_EQ(Network::Load(SmallModel())->macs(), 4 * 18 * 36 + 108); }

TEST(a_model_cut_off_anywhere_is_refused) {
  const std::vector<uint8_t> file = SmallModel();
  for (size_t size = 0; size < file.size(); ++size) {
    const std::vector<uint8_t> part(file.begin(), file.begin() + static_cast<int64_t>(size));
    CHECK_EQ(Refusal(part).code, "resource.model-invalid");
  }
}

TEST(a_model_with_flipped_bits_runs_or_is_refused) {
  const std::vector<uint8_t> file = SmallModel();
  Random random(10);
  for (int round = 0; round < 4000; ++round) {
    std::vector<uint8_t> broken = file;
    for (int flips = random.Whole(1, 4); flips > 0; --flips) {
      broken[static_cast<size_t>(random.Whole(0, static_cast<int>(file.size()) - 1))] ^=
          static_cast<uint8_t>(1 << random.Whole(0, 7));
    }
    LoadAndRun(broken.data(), broken.size());
  }
  rusage usage = {};
  getrusage(RUSAGE_SELF, &usage);
  CHECK(usage.ru_maxrss < 3 << 20);  // kilobytes
}

TEST(the_kept_corpus_runs_or_is_refused) {
  size_t files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(EEVEE_INFER_CORPUS)) {
    const auto bytes = ReadWholeFile(entry.path().string(), 1 << 20);
    CHECK(bytes.has_value());
    LoadAndRun(bytes->data(), bytes->size());
    ++files;
  }
  CHECK(files > 0);
}

TEST(an_operator_that_is_not_covered_is_named) {
  const Problem problem = Refusal(OneNode("LSTM"));
  CHECK_EQ(problem.code, "resource.model-invalid");
  CHECK_EQ(problem.field, "operator");
  CHECK_EQ(problem.value, "LSTM");
  CHECK(problem.message.find("LSTM") != std::string::npos);
  CHECK(problem.message.find("y.LSTM") != std::string::npos);
  CHECK_EQ(Refusal(OneNode("Transpose", ModelWriter::Ints("perm", {0, 2, 1, 3}))).field,
           "operator");
}

TEST(absurd_shapes_are_refused_before_memory_is_taken) {
  for (const std::vector<int64_t>& dims : {std::vector<int64_t>{1, 1 << 26, 1 << 26, 2},
                                           {1, 1 << 26, 1, 1},
                                           {1, 0, 8, 8},
                                           {1, -5, 8, 8},
                                           {1},
                                           {},
                                           {1, 1, 1, 1, 1, 1, 1, 1, 1, 1},
                                           {4, 3, 8, 8}}) {
    CHECK_EQ(Refusal(OneNode("Relu", {}, dims)).code, "resource.model-invalid");
  }
  for (const std::vector<int64_t>& kernel :
       {std::vector<int64_t>{0, 1}, {1 << 20, 1}, {9, 9}, {1}}) {
    CHECK_EQ(Refusal(OneNode("MaxPool", ModelWriter::Ints("kernel_shape", kernel))).code,
             "resource.model-invalid");
  }
  const std::string kernel = ModelWriter::Ints("kernel_shape", {2, 2});
  for (const std::vector<int64_t>& pads :
       {std::vector<int64_t>{-1, 0, 0, 0}, {1 << 20, 0, 0, 0}, {1}}) {
    CHECK_EQ(Refusal(OneNode("MaxPool", kernel + ModelWriter::Ints("pads", pads))).code,
             "resource.model-invalid");
  }
  CHECK_EQ(Refusal(OneNode("MaxPool", kernel + ModelWriter::Ints("strides", {0, 1}))).code,
           "resource.model-invalid");
}

TEST(cycles_double_names_and_missing_values_are_refused) {
  ModelWriter cycle;
  cycle.Input("x", 2, {1, 3});
  cycle.Node("Add", {cycle.Dequantize("x", 1, 0), "b"}, "a");
  cycle.Node("Relu", {"a"}, "b");
  cycle.Output("b");
  CHECK_EQ(Refusal(cycle.File()).code, "resource.model-invalid");
  ModelWriter twice;
  twice.Input("x", 2, {1, 3});
  const std::string x = twice.Dequantize("x", 1, 0);
  twice.Node("Relu", {x}, "y");
  twice.Node("Relu", {x}, "y");
  twice.Output("y");
  CHECK_EQ(Refusal(twice.File()).code, "resource.model-invalid");
  CHECK_EQ(Refusal(ModelWriter().File()).code, "resource.model-invalid");
}

TEST(a_batch_beyond_memory_or_reason_is_refused) {
  const auto network = Network::Load(SmallModel());
  CHECK_PROBLEM("configuration.invalid", Runner(network, 0));
  CHECK_PROBLEM("configuration.invalid", Runner(network, 65537));
  const auto large = Network::Load(OneNode("Relu", {}, {1, 16, 256, 256}));
  CHECK_PROBLEM("resource.model-invalid", Runner(large, 65536));
}

}  // namespace
}  // namespace eevee::infer
