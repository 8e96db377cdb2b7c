"""Writes fixed-net.onnx, the network that speed is measured on apart from any game:

    84x84 grey -> conv 16, 8x8, stride 4 -> conv 32, 4x4, stride 2 -> fully connected 128 -> 18

1.4 million multiply-adds, 343,000 weights: the network of Mnih et al. 2013 (arxiv.org/abs/1312.5602) with one
picture as input. Weights are random from a fixed seed; scales are such that activations fill their bytes.

    /usr/bin/python3 benchmarks/native/make-fixed-net.py
"""

from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

random = np.random.RandomState(1)
nodes, weights = [], []


def constant(name: str, value: np.ndarray) -> str:
    weights.append(numpy_helper.from_array(value, name))
    return name


def node(kind: str, inputs, output: str, **attributes) -> str:
    nodes.append(helper.make_node(kind, inputs, [output], name=output, **attributes))
    return output


def layer(kind: str, x: str, x_scale: float, name: str, shape, relu: bool, **attributes):
    """A layer with quantised weights, and its output quantised to uint8."""
    inputs = int(np.prod(shape[1:]))
    integers = random.randint(-63, 64, shape).astype(np.int8)
    scale = random.uniform(0.8, 1.2, shape[0]).astype(np.float32) / np.float32(40 * np.sqrt(inputs))
    bias = random.randint(-2000, 2000, shape[0]).astype(np.int32)
    w = node(
        "DequantizeLinear",
        [constant(f"{name}.weight", integers), constant(f"{name}.weight.scale", scale),
         constant(f"{name}.weight.zero", np.zeros(shape[0], np.int8))],
        f"{name}.weight.dq", axis=0,
    )
    b = node(
        "DequantizeLinear",
        [constant(f"{name}.bias", bias), constant(f"{name}.bias.scale", (scale * np.float32(x_scale)).astype(np.float32)),
         constant(f"{name}.bias.zero", np.zeros(shape[0], np.int32))],
        f"{name}.bias.dq", axis=0,
    )
    y = node(kind, [x, w, b], f"{name}.{kind}", **attributes)
    if relu:
        y = node("Relu", [y], f"{name}.relu")
    y_scale, zero = (2.5 / 255, 0) if relu else (5 / 255, 128)
    s = constant(f"{name}.scale", np.float32(y_scale))
    z = constant(f"{name}.zero", np.uint8(zero))
    q = node("QuantizeLinear", [y, s, z], f"{name}.q")
    return node("DequantizeLinear", [q, s, z], f"{name}.dq"), y_scale


x_scale = 1 / 255
x = node("DequantizeLinear", ["grey", constant("grey.scale", np.float32(x_scale)), constant("grey.zero", np.uint8(0))],
         "grey.dq")
x, x_scale = layer("Conv", x, x_scale, "conv1", (16, 1, 8, 8), True, kernel_shape=[8, 8], strides=[4, 4])
x, x_scale = layer("Conv", x, x_scale, "conv2", (32, 16, 4, 4), True, kernel_shape=[4, 4], strides=[2, 2])
x = node("Flatten", [x], "flat", axis=1)
# Without its own pair, onnxruntime 1.30 runs the first Gemm in floats: 80 instead of 28 us.
pair = [constant("flat.scale", np.float32(x_scale)), constant("flat.zero", np.uint8(0))]
x = node("DequantizeLinear", [node("QuantizeLinear", [x, *pair], "flat.q"), *pair], "flat.dq")
x, x_scale = layer("Gemm", x, x_scale, "fc1", (128, 32 * 9 * 9), True, transB=1)
x, x_scale = layer("Gemm", x, x_scale, "fc2", (18, 128), False, transB=1)
node("Identity", [x], "values")

model = helper.make_model(
    helper.make_graph(
        nodes, "fixed",
        [helper.make_tensor_value_info("grey", TensorProto.UINT8, [1, 1, 84, 84])],
        [helper.make_tensor_value_info("values", TensorProto.FLOAT, [1, 18])],
        weights,
    ),
    producer_name="eevee", opset_imports=[helper.make_opsetid("", 13)],
)
model.ir_version = 8
onnx.checker.check_model(model)
onnx.save(model, str(Path(__file__).with_name("fixed-net.onnx")))
