"""Prints norm, projection, and two numbers of position embeddings that PyTorch interpolates.

Run with torch and numpy in this folder: python3 positions.py; WeightLoaderTest has the output.
"""
import sys

import torch
import torch.nn.functional as functional

sys.path.insert(0, "network")
from reference import noise  # noqa: E402

old = noise((1, 17, 192), 5)
square = old[:, 1:].reshape(1, 4, 4, 192).permute(0, 3, 1, 2)
square = functional.interpolate(square, (8, 8), mode="bicubic", align_corners=False)
new = torch.cat([old[:, :1], square.permute(0, 2, 3, 1).reshape(1, 64, 192)], 1).flatten()
print(f"{new.norm():.12f} {torch.dot(new, noise((new.numel(),), 2000)):.12f}")
print(f"{new[0]:.12f} {new[-1]:.12f}")
