#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "infer/test_model.h"

namespace eevee::testing {

/// Eyes for pictures of this size with two modes and two classes: a cell is of class `bright` where
/// its mean luminance is above one half, and so is the mode where the whole picture's is.
inline std::vector<uint8_t> SimpleEyes(uint32_t width, uint32_t height, uint32_t bright) {
  using infer::testing::ModelWriter;
  ModelWriter model;
  model.Input("grey", 2, {1, 1, height, width});
  const std::string x = model.Dequantize("grey", 1.0f / 255, 0);
  const auto mean = [&](const std::string& name, uint32_t outputs, uint32_t rows,
                        uint32_t columns) {
    const uint32_t taps = rows * columns;
    std::vector<int8_t> weights(size_t{outputs} * taps, 0);
    std::fill_n(weights.begin() + bright * taps, taps, int8_t{1});
    const float weight = 1.0f / static_cast<float>(taps);
    std::vector<int32_t> bias(outputs, 0);
    bias[bright] = -static_cast<int32_t>(taps) * 255 / 2;
    model.Constant<int8_t>(name + ".w", 3, {outputs, 1, rows, columns}, weights);
    model.Scalar(name + ".ws", weight);
    model.Node("DequantizeLinear", {name + ".w", name + ".ws"}, name + ".wd");
    model.Constant<int32_t>(name + ".b", 6, {outputs}, bias);
    model.Scalar(name + ".bs", weight / 255);
    model.Node("DequantizeLinear", {name + ".b", name + ".bs"}, name + ".bd");
    const std::string y = model.Node("Conv", {x, name + ".wd", name + ".bd"}, name + ".y",
                                     ModelWriter::Ints("strides", {rows, columns}));
    const std::string q = model.Quantize(y, 0.01f, 128);
    model.Node("DequantizeLinear", {q, q + ".scale", q + ".zero"}, name);
    model.Output(name);
  };
  mean("cells", 2, 16, 16);
  mean("scene", 3, height, width);
  return model.File();
}

/// A reader of letters (pipeline/letters.h): bright tiles are an A and dark ones a B; those between
/// are no letter.
inline std::vector<uint8_t> SimpleLetters(int64_t classes = 96) {
  using infer::testing::ModelWriter;
  constexpr int32_t kTaps = 64;
  ModelWriter model;
  model.Input("grey", 2, {1, 1, 8, 8});
  const std::string x = model.Dequantize("grey", 1.0f / 255, 0);
  std::vector<int8_t> weights(static_cast<size_t>(classes) * kTaps, 0);
  std::vector<int32_t> bias(static_cast<size_t>(classes), -kTaps * 255);
  bias[0] = kTaps * 20;
  std::fill_n(weights.begin() + ('A' - 31) * kTaps, kTaps, int8_t{1});
  bias['A' - 31] = -kTaps * 128;
  std::fill_n(weights.begin() + ('B' - 31) * kTaps, kTaps, int8_t{-1});
  bias['B' - 31] = kTaps * 128;
  model.Constant<int8_t>("w", 3, {classes, 1, 8, 8}, weights);
  model.Scalar("ws", 1.0f / kTaps);
  model.Node("DequantizeLinear", {"w", "ws"}, "wd");
  model.Constant<int32_t>("b", 6, {classes}, bias);
  model.Scalar("bs", 1.0f / kTaps / 255);
  model.Node("DequantizeLinear", {"b", "bs"}, "bd");
  const std::string q = model.Quantize(model.Node("Conv", {x, "wd", "bd"}, "y"), 0.01f, 128);
  const std::string flat = model.Node("DequantizeLinear", {q, q + ".scale", q + ".zero"}, "flat");
  model.Node("Flatten", {flat}, "letters", ModelWriter::Int("axis", 1));
  model.Output("letters");
  return model.File();
}

}  // namespace eevee::testing
