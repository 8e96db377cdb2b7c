#pragma once

#include <string>
#include <string_view>

#include "base/problem.h"

namespace eevee::infer {

/// Throws `resource.model-invalid`: the file itself is damaged, or says what no model may say.
[[noreturn]] inline void RefuseModel(const std::string& what) {
  throw ProblemError({.code = "resource.model-invalid",
                      .message = "The model cannot be loaded: " + what + ".",
                      .remedy =
                          "Take the model file from its source again, or export it anew as an "
                          "ONNX file with QuantizeLinear and DequantizeLinear."});
}

/// Throws `resource.model-invalid` with `field` "operator" and the operator as `value`: the file
/// may be sound, but this engine does not cover it and the caller can fall back to onnxruntime.
[[noreturn]] inline void RefuseOperator(std::string_view operator_name, std::string_view node,
                                        const std::string& why) {
  throw ProblemError(
      {.code = "resource.model-invalid",
       .message = "The integer engine does not run the operator " + std::string(operator_name) +
                  " (node \"" + std::string(node) + "\"): " + why + ".",
       .remedy = "Run the model with onnxruntime, or export it with the operators that "
                 "native/infer/README.md lists.",
       .field = "operator",
       .value = std::string(operator_name)});
}

}  // namespace eevee::infer
