"""Makes state.pth, script.pt, and weights.csv: small files of PyTorch and the numbers in them.

Run with torch (any version from 1.13 on) in this folder: python3 weights.py
"""
import torch
from torch import nn


class Network(nn.Module):
    def __init__(self):
        super().__init__()
        self.convolution = nn.Conv2d(3, 2, 1)
        self.norm = nn.BatchNorm2d(2)
        self.head = nn.Sequential(nn.Linear(2, 3))
        self.sizes = [1, 2]
        self.names = ["a"]
        self.nothing = None

    def forward(self, x):
        return self.head(self.norm(self.convolution(x)).mean([2, 3]))


def state():
    """Every number format, and arrays that are not contiguous or share a storage."""
    grid = torch.arange(24, dtype=torch.float32).reshape(2, 3, 4) / 8
    return {
        "grid": grid,
        "transposed": grid.transpose(0, 2),
        "part": grid[1, 1:, ::2],
        "expanded": torch.tensor([1.5]).expand(3),
        "parameter": nn.Parameter(torch.tensor([0.1, -0.2])),
        "float64": torch.tensor([0.1, 1e300], dtype=torch.float64),
        "float16": torch.tensor([1.0, -0.333251953125, 6e-8, 65504.0], dtype=torch.float16),
        "bfloat16": torch.tensor([1.0, -3.140625, 1e30], dtype=torch.bfloat16),
        "int64": torch.tensor(-7),
        "int8": torch.tensor([-128, 127], dtype=torch.int8),
        "uint8": torch.tensor([255], dtype=torch.uint8),
        "bool": torch.tensor([True, False]),
        "empty": torch.zeros(0, 2),
    }


def write(out, file, arrays):
    for name, array in arrays.items():
        shape = "x".join(str(size) for size in array.shape)
        numbers = " ".join(repr(number) for number in array.detach().double().flatten().tolist())
        out.write(f"{file},{name},{shape},{numbers}\n")


if __name__ == "__main__":
    torch.manual_seed(1)
    network = Network()
    checkpoint = {"epoch": 3, "state_dict": network.state_dict(), "best": 0.5}
    torch.save(state(), "state.pth")
    torch.save(checkpoint, "checkpoint.pth")
    torch.jit.script(network).save("script.pt")
    with open("weights.csv", "w") as out:
        out.write("file,name,shape,numbers\n")
        write(out, "state.pth", state())
        write(out, "checkpoint.pth", network.state_dict())
        write(out, "script.pt", network.state_dict())
