"""Makes reference.csv: twenty steps of PyTorch's own optimizers on a small problem.

Run with torch (any version from 1.13 on): python3 reference.py > reference.csv
A row holds optimizer, momentum, precision, and after twenty steps all values of the three parameters in
row-major order. In half precision PyTorch's optimizer updates a copy in single precision, which is
rounded to the parameter after every step. Values come from SplitMix64, see noise(), so that Java can make the same ones.
The gradient of step t is p / 2 + noise.
"""
import numpy
import torch

MASK = (1 << 64) - 1
SHAPES = [(3,), (2, 3), (4, 3, 2, 2)]
RATE = 0.01


def noise(count, stream):
    values = []
    for i in range(count):
        z = (stream * 0xD1342543DE82EF95 + (i + 1) * 0x9E3779B97F4A7C15) & MASK
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        z ^= z >> 31
        values.append(2 * (z >> 11) * 2.0**-53 - 1)
    return values


def tensor(shape, stream, dtype):
    count = int(numpy.prod(shape))
    return torch.tensor(noise(count, stream), dtype=torch.float64).reshape(shape).to(dtype)


def optimizer(name, momentum, parameters):
    if name == "SGD":
        return torch.optim.SGD(parameters, lr=RATE, momentum=momentum)
    if name == "RMSPROP":
        return torch.optim.RMSprop(parameters, lr=RATE, alpha=0.99, eps=1e-8, momentum=momentum)
    if name == "ADAM":
        return torch.optim.Adam(parameters, lr=RATE, betas=(momentum, 0.999), eps=1e-8)
    return torch.optim.AdamW(
        parameters, lr=RATE, betas=(momentum, 0.999), eps=1e-8, weight_decay=0.001
    )


def run(name, momentum, dtype):
    parameters = [tensor(s, i, dtype) for i, s in enumerate(SHAPES)]
    wide = torch.float32 if dtype in (torch.float16, torch.bfloat16) else dtype
    masters = [p.to(wide, copy=True).requires_grad_() for p in parameters]
    steps = optimizer(name, momentum, masters)
    for step in range(1, 21):
        for i, (p, master) in enumerate(zip(parameters, masters)):
            gradient = 0.5 * p.to(wide) + tensor(p.shape, 100 * step + i, dtype).to(wide)
            master.grad = gradient.to(dtype).to(wide)
        steps.step()
        for p, master in zip(parameters, masters):
            p.copy_(master.detach())
            master.data.copy_(p)
    values = torch.cat([p.detach().flatten() for p in parameters]).tolist()
    kind = str(dtype).split(".")[1].upper()
    print(name, momentum, kind, *(f"{v:.13e}" for v in values), sep=",")


if __name__ == "__main__":
    for name in ("RMSPROP", "SGD", "ADAM", "ADAMW"):
        for momentum in (0.0, 0.5, 0.9, 0.99):
            for dtype in (torch.float32, torch.float64, torch.float16, torch.bfloat16):
                run(name, momentum, dtype)
