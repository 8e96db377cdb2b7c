#!/usr/bin/python3
"""Trains the eyes on frames labelled from the game's memory and writes an ONNX QDQ file.

Usage: train.py OUT.onnx DATA_DIR... [--epochs N] [--tune N] [--threads N] [--seed N]

Each DATA_DIR comes from collect.ts: `frames.bin` (N x 144 x 160 luminance), `labels.bin` (N x (mode, aligned,
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
    """One folder of collected frames: what it says of itself, frames [N, H, W] and labels [N, 2 + cells]."""
    with open(os.path.join(folder, "data.json"), encoding="utf-8") as file:
        about = json.load(file)
    n, height, width = about["frames"], about["height"], about["width"]
    cells = (height // 16) * (width // 16)
    frames = np.fromfile(os.path.join(folder, "frames.bin"), np.uint8).reshape(n, height, width)
    labels = np.fromfile(os.path.join(folder, "labels.bin"), np.uint8).reshape(n, 2 + cells)
    return about, frames, labels


def load_all(folders):
    """All folders as one; `parts` maps each part to its indices."""
    loaded = [load(folder) for folder in folders]
    parts = {"train": [], "validate": []}
    offset = 0
    for about, frames, _ in loaded:
        for name, (lo, hi) in about["parts"].items():
            parts[name].append(np.arange(offset + lo, offset + hi))
        offset += len(frames)
    about = {**loaded[0][0], "frames": offset}
    return (
        about,
        np.concatenate([frames for _, frames, _ in loaded]),
        np.concatenate([labels for _, _, labels in loaded]),
        {name: np.concatenate(indices) for name, indices in parts.items()},
    )


def augment(frames: np.ndarray) -> np.ndarray:
    """Other cores and palettes: brightness, contrast and gamma vary from frame to frame (one table each)."""
    out = np.empty_like(frames)
    ramp = np.linspace(0, 1, 256)
    for i, frame in enumerate(frames):
        gamma = np.exp(np.random.randn() * 0.15)
        contrast = 1 + np.random.randn() * 0.1
        table = (ramp**gamma - 0.5) * contrast + 0.5 + np.random.randn() * 0.04
        out[i] = np.round(table.clip(0, 1) * 255).astype(np.uint8)[frame]
    return out


class Batches:
    """Shuffled batches of one part of the data; those for training are varied in brightness."""

    def __init__(self, about, frames, labels, indices, size: int, varied: bool) -> None:
        self.frames, self.labels, self.size, self.indices = frames, labels, size, indices
        self.varied = varied
        self.rows, self.columns = about["height"] // 16, about["width"] // 16

    def __iter__(self):
        order = np.random.permutation(self.indices)
        for i in range(0, len(order), self.size):
            chosen = np.sort(order[i : i + self.size])
            frames = augment(self.frames[chosen]) if self.varied else self.frames[chosen]
            grey = torch.from_numpy(frames.astype(np.float32) / 255)[:, None]
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
            scene, cells = model(grey)
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
    parser.add_argument("out")
    parser.add_argument("data", nargs="+")
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--tune", type=int, default=3, help="epochs of quantisation-aware fine-tuning")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    torch.manual_seed(args.seed)
    np.random.seed(args.seed)

    about, frames, labels, indices = load_all(args.data)
    overworld = about["modes"].index("overworld")
    parts = {
        name: Batches(about, frames, labels, of, args.batch, varied=name == "train") for name, of in indices.items()
    }
    trained = labels[indices["train"]]
    counts = np.bincount(trained[trained[:, 1] == 1][:, 2:].ravel(), minlength=len(about["classes"]))
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
