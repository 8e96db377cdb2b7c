"""Quantisation-aware fine-tuning and the export to an ONNX QDQ file.

Activations are uint8 with one scale a tensor, weights int8 with one scale an output channel and zero point 0.
Weights keep to [-64, 63]: on x86 without VNNI the product of uint8 and int8 pairs saturates at 16 bits
(vpmaddubsw) with full-range weights, and outputs would differ from machine to machine.
"""

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from torch import nn
from torch.nn import functional

from network import Eyes, folded_convolutions

WEIGHT_MIN, WEIGHT_MAX = -64, 63


def _round_through(x: torch.Tensor) -> torch.Tensor:
    """Rounds, but lets gradients pass as if it did not."""
    return x + (torch.round(x) - x).detach()


class QuantisedConv(nn.Module):
    """A convolution whose weights and output are rounded as the integer kernel will round them."""

    def __init__(self, weight, bias, stride: int, padding: int, relu: bool) -> None:
        super().__init__()
        self.weight = nn.Parameter(weight.clone())
        self.bias = nn.Parameter(bias.clone())
        self.stride = stride
        self.padding = padding
        self.relu = relu
        # The range of the output seen so far; a running maximum that forgets slowly.
        self.register_buffer("low", torch.zeros(()))
        self.register_buffer("high", torch.zeros(()))

    def weight_scale(self) -> torch.Tensor:
        largest = self.weight.detach().abs().amax(dim=(1, 2, 3)).clamp(min=1e-6)
        return largest / WEIGHT_MAX

    def output_quantum(self):
        """Scale and zero point of the uint8 output."""
        low = torch.zeros(()) if self.relu else torch.minimum(self.low, torch.zeros(()))
        high = torch.maximum(self.high, low + 1e-3)
        scale = (high - low) / 255
        zero = torch.round(-low / scale).clamp(0, 255)
        return scale, zero

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        scale = self.weight_scale()[:, None, None, None]
        weight = _round_through((self.weight / scale).clamp(WEIGHT_MIN, WEIGHT_MAX)) * scale
        y = functional.conv2d(x, weight, self.bias, self.stride, self.padding)
        if self.relu:
            y = functional.relu(y)
        if self.training:
            with torch.no_grad():
                low, high = torch.quantile(
                    y.detach().flatten()[:: max(1, y.numel() // 100_000)], torch.tensor([0.0002, 0.9998])
                )
                keep = 0.95 if self.high > 0 else 0.0
                self.low.mul_(keep).add_((1 - keep) * low)
                self.high.mul_(keep).add_((1 - keep) * high)
        out_scale, zero = self.output_quantum()
        return (_round_through((y / out_scale + zero).clamp(0, 255)) - zero) * out_scale


class QuantisedEyes(nn.Module):
    """The network as the integer engine computes it, still trainable."""

    def __init__(self, eyes: Eyes) -> None:
        super().__init__()
        self.trunk = nn.ModuleList([QuantisedConv(*folded, relu=True) for folded in folded_convolutions(eyes)])
        self.scene = QuantisedConv(eyes.scene.weight.detach(), eyes.scene.bias.detach(), 1, 0, relu=False)
        self.cells = QuantisedConv(eyes.cells.weight.detach(), eyes.cells.bias.detach(), 1, 0, relu=False)

    def forward(self, grey: torch.Tensor):
        x = grey
        for conv in self.trunk:
            x = conv(x)
        scale, zero = self.trunk[-1].output_quantum()
        pooled = x.mean(dim=(2, 3), keepdim=True)
        pooled = _round_through(pooled / scale) * scale
        return self.scene(pooled)[:, :, 0, 0], self.cells(x)


class Graph:
    """Collects the nodes and weights of an ONNX QDQ graph."""

    def __init__(self) -> None:
        self.nodes = []
        self.weights = []

    def weight(self, name: str, value: np.ndarray) -> str:
        self.weights.append(numpy_helper.from_array(value, name))
        return name

    def node(self, kind: str, inputs, output: str, **attributes) -> str:
        self.nodes.append(helper.make_node(kind, inputs, [output], name=f"{output}.{kind}", **attributes))
        return output

    def input(self, name: str, scale: float) -> str:
        """DequantizeLinear on an input of codes without an offset."""
        s = self.weight(f"{name}.scale", np.float32(scale))
        return self.node("DequantizeLinear", [name, s, self.weight(f"{name}.zero", np.uint8(0))], f"{name}.dq")

    def quantise(self, x: str, name: str, scale, zero) -> str:
        """QuantizeLinear then DequantizeLinear on an activation."""
        s = self.weight(f"{name}.scale", np.float32(scale))
        z = self.weight(f"{name}.zero", np.uint8(zero))
        q = self.node("QuantizeLinear", [x, s, z], f"{name}.q")
        return self.node("DequantizeLinear", [q, s, z], f"{name}.dq")

    def conv(self, x: str, x_scale: float, name: str, conv: QuantisedConv) -> str:
        scale = conv.weight_scale().numpy().astype(np.float32)
        integers = np.clip(
            np.round(conv.weight.detach().numpy() / scale[:, None, None, None]), WEIGHT_MIN, WEIGHT_MAX
        ).astype(np.int8)
        bias_scale = (scale * np.float32(x_scale)).astype(np.float32)
        bias = np.round(conv.bias.detach().numpy() / bias_scale).astype(np.int32)
        w = self.node(
            "DequantizeLinear",
            [
                self.weight(f"{name}.weight", integers),
                self.weight(f"{name}.weight.scale", scale),
                self.weight(f"{name}.weight.zero", np.zeros(len(scale), np.int8)),
            ],
            f"{name}.weight.dq",
            axis=0,
        )
        b = self.node(
            "DequantizeLinear",
            [
                self.weight(f"{name}.bias", bias),
                self.weight(f"{name}.bias.scale", bias_scale),
                self.weight(f"{name}.bias.zero", np.zeros(len(scale), np.int32)),
            ],
            f"{name}.bias.dq",
            axis=0,
        )
        kernel = integers.shape[-1]
        pad = conv.padding
        y = self.node(
            "Conv",
            [x, w, b],
            f"{name}.conv",
            kernel_shape=[kernel, kernel],
            strides=[conv.stride, conv.stride],
            pads=[pad, pad, pad, pad],
        )
        if conv.relu:
            y = self.node("Relu", [y], f"{name}.relu")
        out_scale, zero = conv.output_quantum()
        return self.quantise(y, name, out_scale.item(), zero.item())


def save(graph: Graph, name: str, path: str, inputs, outputs) -> None:
    """Checks the graph and writes it as an ONNX file."""
    model = helper.make_model(
        helper.make_graph(graph.nodes, name, inputs, outputs, graph.weights),
        producer_name="eevee",
        opset_imports=[helper.make_opsetid("", 13)],
    )
    model.ir_version = 8
    onnx.checker.check_model(model)
    onnx.save(model, path)


def export(eyes: QuantisedEyes, path: str, height: int, width: int) -> None:
    """Writes the network as an ONNX QDQ file whose input is uint8 luminance."""
    eyes.eval()
    graph = Graph()
    x_scale = 1 / 255
    x = graph.input("grey", x_scale)
    for i, conv in enumerate(eyes.trunk):
        x = graph.conv(x, x_scale, f"trunk{i}", conv)
        x_scale = conv.output_quantum()[0].item()
    pooled = graph.node("GlobalAveragePool", [x], "pooled.mean")
    pooled = graph.quantise(pooled, "pooled", x_scale, 0)
    scene = graph.conv(pooled, x_scale, "scene.head", eyes.scene)
    graph.node("Flatten", [scene], "scene", axis=1)
    cells = graph.conv(x, x_scale, "cells.head", eyes.cells)
    graph.node("Identity", [cells], "cells")
    rows, columns = height // 16, width // 16
    save(
        graph,
        "eyes",
        path,
        inputs=[helper.make_tensor_value_info("grey", TensorProto.UINT8, [1, 1, height, width])],
        outputs=[
            helper.make_tensor_value_info("scene", TensorProto.FLOAT, [1, eyes.scene.weight.shape[0]]),
            helper.make_tensor_value_info("cells", TensorProto.FLOAT, [1, eyes.cells.weight.shape[0], rows, columns]),
        ],
    )
