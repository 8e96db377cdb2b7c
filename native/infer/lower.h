#pragma once

#include "infer/graph.h"
#include "infer/onnx.h"

namespace eevee::infer {

/// Turns an ONNX graph with QuantizeLinear and DequantizeLinear into integer operations. Throws
/// `resource.model-invalid`, for an operator it does not cover with the operator as `value`.
Graph Lower(const OnnxModel& model);

}  // namespace eevee::infer
