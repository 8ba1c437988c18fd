"""Makes settings.csv: PyTorch's optimizers with weight decay, gradient clipping, and Nesterov momentum.

Run with torch (any version from 1.13 on): python3 settings.py > settings.csv
A row holds optimizer, momentum, weight decay, largest norm ("None" for no clipping), precision, and after
twenty steps all values of the three parameters in row-major order; see reference.py for the problem.
"""
import torch

from reference import RATE, SHAPES, tensor


def optimizer(name, momentum, decay, parameters):
    if name == "NESTEROV":
        return torch.optim.SGD(parameters, lr=RATE, momentum=momentum, nesterov=True, weight_decay=decay)
    if name == "SGD":
        return torch.optim.SGD(parameters, lr=RATE, momentum=momentum, weight_decay=decay)
    if name == "RMSPROP":
        return torch.optim.RMSprop(parameters, lr=RATE, momentum=momentum, weight_decay=decay)
    kind = torch.optim.AdamW if name == "ADAMW" else torch.optim.Adam
    return kind(parameters, lr=RATE, betas=(momentum, 0.999), weight_decay=decay)


def run(name, momentum, decay, largest, dtype):
    parameters = [tensor(s, i, dtype).requires_grad_() for i, s in enumerate(SHAPES)]
    steps = optimizer(name, momentum, decay, parameters)
    for step in range(1, 21):
        for i, p in enumerate(parameters):
            p.grad = 0.5 * p.detach() + tensor(p.shape, 100 * step + i, dtype)
        if largest is not None:
            torch.nn.utils.clip_grad_norm_(parameters, largest)
        steps.step()
    values = torch.cat([p.detach().flatten() for p in parameters]).tolist()
    kind = str(dtype).split(".")[1].upper()
    print(name, momentum, decay, largest, kind, *(f"{v:.13e}" for v in values), sep=",")


if __name__ == "__main__":
    for dtype in (torch.float32, torch.float64):
        for name in ("RMSPROP", "SGD", "ADAM", "ADAMW", "NESTEROV"):
            for momentum, decay, largest in ((0.9, 0.05, None), (0.5, 0.0, 1.5), (0.9, 0.1, 0.5)):
                run(name, momentum, decay, largest, dtype)
        run("RMSPROP", 0.0, 0.05, 1.0, dtype)
        run("SGD", 0.0, 0.05, 1.0, dtype)
