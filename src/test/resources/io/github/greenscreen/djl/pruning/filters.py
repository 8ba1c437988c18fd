"""Makes filters.csv: which filters are kept, and the logits without the others, for FilterSelectionTest.

Run with Debian's python3-torch 1.13: /usr/bin/python3 filters.py > filters.csv
In each layer the filters are those that torch.nn.utils.prune.ln_structured keeps (L1 norm, dimension 0; Li et al.,
2016). In the whole network norms are divided by the mean of those of their layer, as MagnitudeImportance of
Torch-Pruning does (normalizer="mean"), written out in NumPy; the largest of each layer stays. Logits come from PyTorch's own modules in float64,
whose pruned channels are set to 0 after batch normalisation. A row holds scope, sparsity, the numbers of the filters
that layers a and b keep, and the logits of two images.
"""
import math

import numpy as np
import torch
from torch import nn
from torch.nn.utils import prune

torch.set_default_dtype(torch.float64)


def values(stream, *shape):
    i = np.arange(math.prod(shape), dtype=np.int64)
    numbers = ((i * 7919 + i * i % 31 * 17 + stream * 104729) % 1009 - 504) / 1009
    return torch.from_numpy(numbers.reshape(shape))


class Block(nn.Module):
    """A convolution, batch normalisation, and max(0, x), with the numbers of five streams from a first one."""

    def __init__(self, inputs, outputs, kernel, stride, stream):
        super().__init__()
        self.conv = nn.Conv2d(inputs, outputs, kernel, stride, kernel // 2, bias=False)
        self.norm = nn.BatchNorm2d(outputs)
        self.mask = torch.ones(outputs)
        with torch.no_grad():
            self.conv.weight.copy_(values(stream, *self.conv.weight.shape))
            self.norm.weight.copy_(1 + values(stream + 1, outputs))
            self.norm.bias.copy_(0.5 + values(stream + 2, outputs))
            self.norm.running_mean.copy_(values(stream + 3, outputs))
            self.norm.running_var.copy_(1 + values(stream + 4, outputs))

    def forward(self, x):
        return torch.relu(self.norm(self.conv(x)) * self.mask.reshape(1, -1, 1, 1))


def network():
    head = nn.Linear(5, 3)
    with torch.no_grad():
        head.weight.copy_(values(16, 3, 5))
        head.bias.copy_(values(17, 3))
    blocks = [Block(3, 6, 3, 1, 1), Block(6, 8, 3, 2, 6), Block(8, 5, 1, 1, 11)]
    return nn.Sequential(*blocks, nn.AdaptiveAvgPool2d(1), nn.Flatten(), head).eval()


def rounded(x):
    return math.floor(x + 0.5)


def of_each_layer(blocks, sparsity):
    for block in blocks:
        filters = block.conv.out_channels
        count = min(rounded(sparsity * filters), filters - 1)
        if count:
            prune.ln_structured(block.conv, "weight", amount=count, n=1, dim=0)
            block.mask = block.conv.weight_mask[:, 0, 0, 0]


def of_the_network(blocks, sparsity):
    candidates, total = [], 0
    for number, block in enumerate(blocks):
        norms = np.abs(block.conv.weight.detach().numpy()).sum((1, 2, 3))
        total += len(norms)
        for i in np.argsort(norms)[:-1]:
            candidates.append((norms[i] / norms.mean(), number, i))
    for _, number, i in sorted(candidates)[:rounded(sparsity * total)]:
        blocks[number].mask[i] = 0


def main():
    images = values(100, 2, 3, 8, 8)
    for scope, choose in (("LAYER", of_each_layer), ("GLOBAL", of_the_network)):
        for sparsity in (0.01, 0.1, 0.3, 0.5, 0.75, 0.99):
            net = network()
            choose(net[:2], sparsity)
            kept = [" ".join(str(i) for i in torch.nonzero(block.mask).flatten().tolist()) for block in net[:2]]
            logits = " ".join(repr(x) for x in net(images).flatten().tolist())
            print(scope, sparsity, *kept, logits, sep=",")


if __name__ == "__main__":
    main()
