"""Makes muon.csv: twenty steps of Muon on a small problem, written out with torch.

Run with torch (any version from 1.13 on): python3 muon.py > muon.csv
A row holds momentum, weight decay, precision, and after twenty steps all values of the parameters in
row-major order; see reference.py for the problem. The formulas are those of
https://kellerjordan.github.io/posts/muon/ and, for weights whose scale normalisation removes and for
the other arrays, of airbench94_muon.
"""
import torch

from reference import RATE, tensor

SHAPES = [(3,), (2, 3), (4, 3, 2, 2), (6, 4), (4, 6)]
ROLES = ["other", "head", "scale free", "hidden", "hidden"]


def orthogonal(matrix):
    """Five steps towards U V' of the singular value decomposition U S V'."""
    a, b, c = 3.4445, -4.7750, 2.0315
    tall = matrix.shape[0] > matrix.shape[1]
    x = matrix.T if tall else matrix
    x = x / (x.norm() + 1e-7)
    for _ in range(5):
        square = x @ x.T
        x = a * x + (b * square + c * square @ square) @ x
    return x.T if tall else x


def step(p, gradient, buffer, role, momentum, decay):
    buffer.mul_(momentum).add_(gradient)
    update = gradient + momentum * buffer
    if role == "scale free":
        p.mul_(p.shape[0] ** 0.5 / p.norm())
    else:
        p.mul_(1 - RATE * decay)
    if role in ("other", "head"):
        p.sub_(RATE * ((0.67 if role == "head" else 0.053) / 0.24) * update)
        return
    matrix = update.reshape(len(update), -1)
    scale = max(1, matrix.shape[0] / matrix.shape[1]) ** 0.5
    p.sub_(RATE * scale * orthogonal(matrix).reshape(p.shape))


def run(momentum, decay, dtype):
    parameters = [tensor(s, i, dtype) for i, s in enumerate(SHAPES)]
    buffers = [torch.zeros_like(p) for p in parameters]
    for t in range(1, 21):
        for i, p in enumerate(parameters):
            gradient = 0.5 * p + tensor(p.shape, 100 * t + i, dtype)
            step(p, gradient, buffers[i], ROLES[i], momentum, decay)
    values = torch.cat([p.flatten() for p in parameters]).tolist()
    kind = str(dtype).split(".")[1].upper()
    print(momentum, decay, kind, *(f"{v:.13e}" for v in values), sep=",")


if __name__ == "__main__":
    for dtype in (torch.float32, torch.float64):
        for momentum, decay in ((0.6, 0.0), (0.9, 0.1), (0.0, 0.05)):
            run(momentum, decay, dtype)
