#!/usr/bin/python3
"""Trains the eyes on frames labelled from the game's memory and writes an ONNX QDQ file.

Usage: train.py DATA_DIR OUT.onnx [--epochs N] [--tune N] [--threads N] [--seed N]

DATA_DIR comes from collect.ts: `frames.bin` (N x 144 x 160 luminance), `labels.bin` (N x (mode, aligned,
one class a cell)), `data.json` (counts, words, and which seeds each part holds).
"""

import argparse
import json
import os
import time

import numpy as np
import torch
from torch.nn import functional

from network import Eyes
from quantise import QuantisedEyes, export


def load(folder: str):
    with open(os.path.join(folder, "data.json"), encoding="utf-8") as file:
        about = json.load(file)
    n, height, width = about["frames"], about["height"], about["width"]
    cells = (height // 16) * (width // 16)
    frames = np.memmap(os.path.join(folder, "frames.bin"), np.uint8, "r", shape=(n, height, width))
    labels = np.fromfile(os.path.join(folder, "labels.bin"), np.uint8).reshape(n, 2 + cells)
    return about, frames, labels


def augment(grey: torch.Tensor) -> torch.Tensor:
    """Other cores and palettes: brightness, contrast and gamma vary, and a little noise."""
    n = grey.shape[0]
    gamma = torch.exp(torch.randn(n, 1, 1, 1) * 0.15)
    contrast = 1 + torch.randn(n, 1, 1, 1) * 0.1
    brightness = torch.randn(n, 1, 1, 1) * 0.04
    out = (grey.clamp(0, 1) ** gamma - 0.5) * contrast + 0.5 + brightness
    return (out + torch.randn_like(grey) * 0.01).clamp(0, 1)


class Batches:
    """Shuffled batches of one part of the data."""

    def __init__(self, about, frames, labels, part: str, size: int) -> None:
        self.frames, self.labels, self.size = frames, labels, size
        lo, hi = about["parts"][part]
        self.indices = np.arange(lo, hi)
        self.rows, self.columns = about["height"] // 16, about["width"] // 16

    def __iter__(self):
        order = np.random.permutation(self.indices)
        for i in range(0, len(order), self.size):
            chosen = np.sort(order[i : i + self.size])
            grey = torch.from_numpy(self.frames[chosen].astype(np.float32) / 255)[:, None]
            labels = torch.from_numpy(self.labels[chosen].astype(np.int64))
            yield grey, labels[:, 0], labels[:, 1], labels[:, 2:].reshape(-1, self.rows, self.columns)


def loss_of(scene, cells, mode, aligned, cell, overworld, weights):
    """Cells count only where they can be named: at rest, on the map or under a text box."""
    mode_loss = functional.cross_entropy(scene[:, :-1], mode)
    walking = mode == overworld
    still = functional.binary_cross_entropy_with_logits(scene[:, -1], aligned.float(), reduction="none")
    still_loss = (still * walking).sum() / walking.sum().clamp(min=1)
    per_cell = functional.cross_entropy(cells, cell, weight=weights, reduction="none").mean(dim=(1, 2))
    named = (aligned == 1).float()
    cell_loss = (per_cell * named).sum() / named.sum().clamp(min=1)
    return mode_loss + still_loss + 2 * cell_loss


@torch.no_grad()
def measure(model, batches, overworld):
    """Accuracy of mode, rest and cells on a part of the data."""
    model.eval()
    hits = {"mode": [0, 0], "aligned": [0, 0], "cells": [0, 0]}
    for grey, mode, aligned, cell in batches:
        scene, cells = model(grey)
        hits["mode"][0] += (scene[:, :-1].argmax(1) == mode).sum().item()
        hits["mode"][1] += len(mode)
        walking = mode == overworld
        hits["aligned"][0] += ((scene[:, -1] > 0).long() == aligned)[walking].sum().item()
        hits["aligned"][1] += walking.sum().item()
        named = (aligned == 1) & walking
        hits["cells"][0] += (cells.argmax(1) == cell)[named].sum().item()
        hits["cells"][1] += named.sum().item() * cell[0].numel()
    return {name: round(right / max(1, of), 5) for name, (right, of) in hits.items()}


def fit(model, parts, epochs, rate, overworld, weights, label):
    optimiser = torch.optim.AdamW(model.parameters(), rate, weight_decay=1e-4)
    steps = epochs * (len(parts["train"].indices) // parts["train"].size + 1)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, rate, total_steps=steps, pct_start=0.2)
    for epoch in range(epochs):
        begun, total, count = time.time(), 0.0, 0
        model.train()
        for grey, mode, aligned, cell in parts["train"]:
            scene, cells = model(augment(grey))
            loss = loss_of(scene, cells, mode, aligned, cell, overworld, weights)
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()
            total, count = total + loss.item(), count + 1
        figures = measure(model, parts["validate"], overworld)
        print(f"{label} {epoch + 1}/{epochs} loss {total / count:.4f} {figures} {time.time() - begun:.0f} s", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data")
    parser.add_argument("out")
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--tune", type=int, default=3, help="epochs of quantisation-aware fine-tuning")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--batch", type=int, default=64)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    torch.manual_seed(args.seed)
    np.random.seed(args.seed)

    about, frames, labels = load(args.data)
    overworld = about["modes"].index("overworld")
    parts = {name: Batches(about, frames, labels, name, args.batch) for name in ("train", "validate")}
    lo, hi = about["parts"]["train"]
    counts = np.bincount(labels[lo:hi][labels[lo:hi, 1] == 1][:, 2:].ravel(), minlength=len(about["classes"]))
    # Rare things (signs, people, the gate) matter as much as the floor, within reason.
    weights = torch.tensor((counts.max() / np.maximum(counts, 1)) ** 0.3, dtype=torch.float32).clamp(max=8)
    print(f"{about['frames']} frames; cells by class {dict(zip(about['classes'], counts.tolist()))}", flush=True)

    eyes = Eyes(len(about["modes"]), len(about["classes"]))
    fit(eyes, parts, args.epochs, 4e-3, overworld, weights, "float")
    eyes.eval()
    quantised = QuantisedEyes(eyes)
    fit(quantised, parts, args.tune, 4e-4, overworld, weights, "int8")
    export(quantised, args.out, about["height"], about["width"])
    print(f"wrote {args.out}")


if __name__ == "__main__":
    main()
