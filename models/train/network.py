"""The eyes' network: small convolutions down to one feature per 16x16 cell, and two heads.

Input   grey   [N, 1, 144, 160]  luminance, 0-1
Output  scene  [N, M + 1]        logits of the screen modes, then of "the view rests on the grid"
        cells  [N, C, 9, 10]     logits of each visible cell's class

Every layer is a plain convolution with ReLU, so that it quantises to uint8 activations and int8 weights
without special cases, and so that small inference engines can run it.
"""

import torch
from torch import nn

# Out channels, kernel, stride, padding of each layer; the strides multiply to 16: one feature per 16x16 cell.
# The first layer takes 4x4 patches apart: 16 pixels into 16 channels loses nothing, and it spares the costly
# convolutions at full resolution.
LAYERS = [(16, 4, 4, 0), (32, 3, 2, 1), (48, 3, 2, 1), (48, 3, 1, 1)]


class Eyes(nn.Module):
    """The network in floating point, with batch normalisation while it trains."""

    def __init__(self, modes: int, classes: int) -> None:
        super().__init__()
        blocks = []
        channels = 1
        for out, kernel, stride, padding in LAYERS:
            blocks.append(
                nn.Sequential(
                    nn.Conv2d(channels, out, kernel, stride, padding, bias=False),
                    nn.BatchNorm2d(out),
                    nn.ReLU(),
                )
            )
            channels = out
        self.trunk = nn.Sequential(*blocks)
        self.scene = nn.Conv2d(channels, modes + 1, 1)
        self.cells = nn.Conv2d(channels, classes, 1)

    def forward(self, grey: torch.Tensor):
        features = self.trunk(grey)
        pooled = features.mean(dim=(2, 3), keepdim=True)
        return self.scene(pooled)[:, :, 0, 0], self.cells(features)


def folded_convolutions(eyes: Eyes):
    """The trunk's convolutions with batch normalisation folded in: a list of (weight, bias, stride, padding)."""
    folded = []
    for block in eyes.trunk:
        conv, norm = block[0], block[1]
        factor = norm.weight / torch.sqrt(norm.running_var + norm.eps)
        weight = (conv.weight * factor[:, None, None, None]).detach()
        bias = (norm.bias - norm.running_mean * factor).detach()
        folded.append((weight, bias, conv.stride[0], conv.padding[0]))
    return folded
