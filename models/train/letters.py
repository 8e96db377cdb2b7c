#!/usr/bin/python3
"""Trains the reader of letters on the game's own fonts and writes an ONNX QDQ file.

Usage: letters.py OUT.onnx FONT.png... --frames DATA_DIR [--epochs N] [--tune N] [--seed N]

A letter is one tile of 8x8 pixels. The fonts hold the glyphs of ASCII 32 to 127, 16 a row; whatever stands below
them (frames, cursors) is no letter, and neither are tiles cut out of frames of the map (DATA_DIR, from collect.ts).
Ink and paper take any two greys, so that palettes and inverted text are read alike.
"""

import argparse
import json
import os
import struct
import zlib

import numpy as np
import torch
from onnx import TensorProto, helper
from torch import nn
from torch.nn import functional

from quantise import Graph, QuantisedConv, save

GLYPHS = 95  # ASCII 32 to 126
NOTHING = 0  # the class of what is no letter; the class of a letter is its code - 31
SIDE = 8


def read_png(path: str) -> np.ndarray:
    """A grey PNG without interlacing as [rows, columns] bytes; bits are spread to 0-255."""
    data = open(path, "rb").read()
    width, height, depth, colour = struct.unpack(">IIBB", data[16:26])
    if colour != 0:
        raise SystemExit(f"{path} is no grey PNG; draw it again with art/draw")
    packed, at = b"", 8
    while at < len(data):
        (length,) = struct.unpack(">I", data[at : at + 4])
        if data[at + 4 : at + 8] == b"IDAT":
            packed += data[at + 8 : at + 8 + length]
        at += 12 + length
    stride = (width * depth + 7) // 8
    raw = np.frombuffer(zlib.decompress(packed), np.uint8).reshape(height, stride + 1)
    if raw[:, 0].any():
        raise SystemExit(f"{path} uses PNG filters; draw it again with art/draw")
    bits = np.unpackbits(np.ascontiguousarray(raw[:, 1:]), axis=1).reshape(height, -1, depth)
    values = bits.dot(1 << np.arange(depth)[::-1])[:, :width]
    return (values * 255 // ((1 << depth) - 1)).astype(np.uint8)


def tiles_of(picture: np.ndarray) -> np.ndarray:
    """Whole tiles, row by row: [count, 8, 8]."""
    rows, columns = picture.shape[0] // SIDE, picture.shape[1] // SIDE
    cut = picture[: rows * SIDE, : columns * SIDE].reshape(rows, SIDE, columns, SIDE)
    return cut.transpose(0, 2, 1, 3).reshape(-1, SIDE, SIDE)


class Examples:
    """Endless shuffled examples: letters in any two greys, and what is none."""

    def __init__(self, fonts, frames: np.ndarray, seed: int) -> None:
        self.random = np.random.default_rng(seed)
        tiles = [tiles_of(font) for font in fonts]
        # Ink is dark in the sheets: 1 where there is all of it.
        self.glyphs = np.stack([1 - t[:GLYPHS] / 255 for t in tiles]).astype(np.float32)
        self.parts = np.concatenate([1 - t[GLYPHS + 1 :] / 255 for t in tiles]).astype(np.float32)
        self.parts = self.parts[self.parts.max(axis=(1, 2)) > 0]
        self.frames = frames
        # Letters that stay no letter when they are shifted: a dot would become another mark.
        self.large = np.flatnonzero((self.glyphs.sum(axis=(2, 3)) > 12).all(axis=0))

    def inked(self, shapes: np.ndarray) -> np.ndarray:
        """Shapes of ink in two greys that differ enough to be read, on either of them."""
        n = len(shapes)
        paper = self.random.uniform(0, 1, n)
        step = self.random.uniform(0.25, 1, n) * self.random.choice([-1, 1], n)
        ink = np.where((paper + step < 0) | (paper + step > 1), paper - step, paper + step).clip(0, 1)
        grey = paper[:, None, None] + shapes * (ink - paper)[:, None, None]
        return (grey + self.random.normal(0, 0.004, grey.shape)).clip(0, 1)

    def no_letters(self, n: int) -> np.ndarray:
        """Half parts of boxes, broken and shifted letters; half tiles of the map."""
        shapes = self.parts[self.random.integers(len(self.parts), size=n // 4)]
        font = self.random.integers(len(self.glyphs), size=n // 4)
        letter = self.random.choice(self.large, size=n // 4)
        broken = self.glyphs[font, letter].copy()
        for tile in broken:
            tile[:] = np.roll(tile, self.random.integers(2, 7, size=2), axis=(0, 1))
        cut = []
        while len(cut) < n - 2 * (n // 4):
            frame = self.frames[self.random.integers(len(self.frames))]
            y = self.random.integers(frame.shape[0] - SIDE + 1)
            x = self.random.integers(frame.shape[1] - SIDE + 1)
            tile = frame[y : y + SIDE, x : x + SIDE]
            if int(tile.max()) - int(tile.min()) > 24:
                cut.append(tile / 255)
        return np.concatenate([self.inked(np.concatenate([shapes, broken])), np.stack(cut)])

    def batch(self, n: int):
        font = self.random.integers(len(self.glyphs), size=n)
        letter = self.random.integers(GLYPHS, size=n)
        letters = self.inked(self.glyphs[font, letter])
        none = self.no_letters(n // 2)
        grey = np.concatenate([letters, none]).astype(np.float32)
        labels = np.concatenate([letter + 1, np.full(len(none), NOTHING)])
        codes = torch.from_numpy(np.round(grey * 255) / 255)[:, None]
        return codes.float(), torch.from_numpy(labels)


class Reader(nn.Module):
    """4x4 patches to 32 channels, those four to 64, a logit for each class."""

    def __init__(self) -> None:
        super().__init__()
        self.layers = nn.Sequential(
            *[nn.Conv2d(1, 32, 4, stride=4), nn.ReLU(), nn.Conv2d(32, 64, 2), nn.ReLU(), nn.Conv2d(64, GLYPHS + 1, 1)]
        )

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.layers(x)[:, :, 0, 0]


class QuantisedReader(nn.Module):
    """The network as the integer engine computes it, still trainable."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        convs = [layer for layer in reader.layers if isinstance(layer, nn.Conv2d)]
        self.layers = nn.ModuleList(
            QuantisedConv(c.weight.detach(), c.bias.detach(), c.stride[0], 0, relu=i < 2) for i, c in enumerate(convs)
        )

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        for layer in self.layers:
            x = layer(x)
        return x[:, :, 0, 0]


def train(network: nn.Module, examples: Examples, steps: int, rate: float, name: str) -> None:
    optimiser = torch.optim.Adam(network.parameters(), rate)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, rate, total_steps=steps)
    network.train()
    for step in range(steps):
        grey, labels = examples.batch(512)
        loss = functional.cross_entropy(network(grey), labels)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        schedule.step()
        if step % 500 == 499:
            print(f"{name} {step + 1}: loss {loss.item():.4f}, right {accuracy(network, examples):.4%}", flush=True)


def accuracy(network: nn.Module, examples: Examples) -> float:
    network.eval()
    with torch.no_grad():
        grey, labels = examples.batch(8192)
        right = (network(grey).argmax(1) == labels).float().mean().item()
    network.train()
    return right


def export(reader: QuantisedReader, path: str) -> None:
    """Writes the network as an ONNX QDQ file whose input is one uint8 tile."""
    reader.eval()
    graph = Graph()
    scale = 1 / 255
    x = graph.input("grey", scale)
    for i, layer in enumerate(reader.layers):
        x = graph.conv(x, scale, f"layer{i}", layer)
        scale = layer.output_quantum()[0].item()
    graph.node("Flatten", [x], "letters", axis=1)
    save(
        graph,
        "reader",
        path,
        inputs=[helper.make_tensor_value_info("grey", TensorProto.UINT8, [1, 1, SIDE, SIDE])],
        outputs=[helper.make_tensor_value_info("letters", TensorProto.FLOAT, [1, GLYPHS + 1])],
    )


def map_frames(folder: str) -> np.ndarray:
    """Frames of the map alone, without text, of a folder from collect.ts."""
    with open(os.path.join(folder, "data.json"), encoding="utf-8") as file:
        about = json.load(file)
    n, height, width = about["frames"], about["height"], about["width"]
    frames = np.memmap(os.path.join(folder, "frames.bin"), np.uint8, "r", shape=(n, height, width))
    labels = np.fromfile(os.path.join(folder, "labels.bin"), np.uint8).reshape(n, -1)
    shown = np.flatnonzero(labels[:, 0] == about["modes"].index("overworld"))
    return np.asarray(frames[np.sort(np.random.default_rng(0).choice(shown, 2000))])


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("out")
    parser.add_argument("fonts", nargs="+")
    parser.add_argument("--frames", required=True)
    parser.add_argument("--epochs", type=int, default=6, help="a thousand batches each")
    parser.add_argument("--tune", type=int, default=3, help="the same, quantised")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    torch.manual_seed(arguments.seed)
    torch.set_num_threads(1)
    fonts = [read_png(path) for path in arguments.fonts]
    examples = Examples(fonts, map_frames(arguments.frames), arguments.seed)
    reader = Reader()
    train(reader, examples, arguments.epochs * 1000, 4e-3, "float")
    quantised = QuantisedReader(reader)
    train(quantised, examples, arguments.tune * 1000, 5e-4, "quantised")
    fresh = Examples(fonts, examples.frames, arguments.seed + 1)
    print(f"right on fresh examples: {np.mean([accuracy(quantised, fresh) for _ in range(20)]):.4%}")
    export(quantised, arguments.out)


if __name__ == "__main__":
    main()
