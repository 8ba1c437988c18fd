"""Makes reference.csv: loss and gradients of one batch in PyTorch for Python.

Run with torch and torchvision (any version from 1.13 on): python3 reference.py > reference.csv
Weights and pictures come from SplitMix64 instead of PyTorch's generator, so that Java can make the
same ones: see noise() and fill().
"""
import math

import numpy
import torch
import torch.nn as nn
import torch.nn.functional as functional
import torchvision


class Pad(nn.Module):
    """Option A of He et al.: every second pixel, zero channels on both sides."""

    def __init__(self, channels):
        super().__init__()
        self.channels = channels

    def forward(self, x):
        return functional.pad(x[:, :, ::2, ::2], (0, 0, 0, 0, self.channels // 2, self.channels // 2))


class Block(nn.Module):
    def __init__(self, inputs, outputs):
        super().__init__()
        stride = 1 if inputs == outputs else 2
        self.conv1 = nn.Conv2d(inputs, outputs, 3, stride, 1, bias=False)
        self.bn1 = nn.BatchNorm2d(outputs)
        self.conv2 = nn.Conv2d(outputs, outputs, 3, 1, 1, bias=False)
        self.bn2 = nn.BatchNorm2d(outputs)
        self.shortcut = Pad(outputs - inputs) if stride == 2 else nn.Identity()

    def forward(self, x):
        y = functional.relu(self.bn1(self.conv1(x)))
        return functional.relu(self.bn2(self.conv2(y)) + self.shortcut(x))


class CifarResNet(nn.Module):
    def __init__(self, depth, classes):
        super().__init__()
        self.conv1 = nn.Conv2d(3, 16, 3, 1, 1, bias=False)
        self.bn1 = nn.BatchNorm2d(16)
        widths = [(16, 16), (16, 32), (32, 64)]
        for stage, (inputs, outputs) in enumerate(widths):
            more = (depth - 2) // 6 - 1
            blocks = [Block(inputs, outputs)] + [Block(outputs, outputs) for _ in range(more)]
            setattr(self, f"layer{stage + 1}", nn.Sequential(*blocks))
        self.fc = nn.Linear(64, classes)

    def forward(self, x):
        x = functional.relu(self.bn1(self.conv1(x)))
        x = self.layer3(self.layer2(self.layer1(x)))
        return self.fc(x.mean([2, 3]))


def resnet50(stem, classes):
    network = torchvision.models.resnet50(num_classes=classes)
    if stem == "cifar":
        network.conv1 = nn.Conv2d(3, 64, 3, 1, 1, bias=False)
        network.maxpool = nn.Identity()
    return network


class Enlarged(nn.Module):
    def __init__(self, network, side):
        super().__init__()
        self.network = network
        self.side = side

    def forward(self, x):
        return self.network(functional.interpolate(x, (self.side, self.side), mode="bilinear"))

    def named_parameters(self, *args, **kwargs):
        return self.network.named_parameters(*args, **kwargs)


def vit(width, heads):
    return torchvision.models.VisionTransformer(
        image_size=32, patch_size=4, num_layers=12, num_heads=heads, hidden_dim=width,
        mlp_dim=4 * width, num_classes=10)


def without_randomness(network):
    for module in network.modules():
        if isinstance(module, (nn.Dropout, torchvision.ops.StochasticDepth)):
            module.p = 0.0
    return network


def efficientnet(stem):
    network = without_randomness(torchvision.models.efficientnet_b0(num_classes=10))
    if stem == "cifar":
        network.features[0][0].stride = (1, 1)
    return network


class Norm(nn.Module):
    """Batch normalisation without factors."""

    def __init__(self, channels):
        super().__init__()
        self.bias = nn.Parameter(torch.zeros(channels))
        self.register_buffer("mean", torch.zeros(channels))
        self.register_buffer("variance", torch.ones(channels))

    def forward(self, x):
        y = functional.batch_norm(
            x, self.mean, self.variance, None, self.bias, self.training, momentum=0.4, eps=1e-12)
        return functional.gelu(y)


class AirbenchBlock(nn.Module):
    def __init__(self, inputs, outputs):
        super().__init__()
        self.conv1 = nn.Conv2d(inputs, outputs, 3, 1, 1, bias=False)
        self.norm1 = Norm(outputs)
        self.conv2 = nn.Conv2d(outputs, outputs, 3, 1, 1, bias=False)
        self.norm2 = Norm(outputs)

    def forward(self, x):
        x = self.norm1(functional.max_pool2d(self.conv1(x), 2))
        return self.norm2(self.conv2(x))


class Airbench(nn.Module):
    """The network of airbench94 as arXiv 2404.00498 describes it."""

    def __init__(self):
        super().__init__()
        self.whiten = nn.Conv2d(3, 24, 2)
        self.block1 = AirbenchBlock(24, 64)
        self.block2 = AirbenchBlock(64, 256)
        self.block3 = AirbenchBlock(256, 256)
        self.head = nn.Linear(256, 10, bias=False)

    def forward(self, x):
        x = self.block1(functional.gelu(self.whiten(x)))
        x = functional.max_pool2d(self.block3(self.block2(x)), 3)
        return self.head(x.flatten(1)) / 9


def noise(shape, stream):
    """Uniform numbers in [-1, 1): SplitMix64 (Steele et al., 2014) of the index, from a seed per stream."""
    with numpy.errstate(over="ignore"):
        index = numpy.arange(1, math.prod(shape) + 1, dtype=numpy.uint64)
        z = numpy.uint64(stream) * numpy.uint64(0xD1342543DE82EF95) + index * numpy.uint64(0x9E3779B97F4A7C15)
        z = (z ^ (z >> numpy.uint64(30))) * numpy.uint64(0xBF58476D1CE4E5B9)
        z = (z ^ (z >> numpy.uint64(27))) * numpy.uint64(0x94D049BB133111EB)
        z = z ^ (z >> numpy.uint64(31))
    unit = (z >> numpy.uint64(11)).astype(numpy.float64) * 2.0**-53
    return torch.from_numpy(2 * unit - 1).reshape(shape)


def fill(network):
    """Convolutions: Kaiming's deviation over the fan-out. Batch norm: scales near 1, or near 0.1 at the end
    of a branch, and shifts near 1, which keeps most values away from the kink of ReLU; without both,
    float32 gradients of ResNet-50 differ between any two orders of summation. The dense layer: small."""
    bottlenecks = any("bn3" in name for name, _ in network.named_parameters())
    for k, (name, parameter) in enumerate(network.named_parameters()):
        values = noise(parameter.shape, k)
        if parameter.dim() == 4:
            fan_out = parameter.shape[0] * parameter.shape[2] * parameter.shape[3]
            values = values * math.sqrt(3.0) * math.sqrt(2.0 / fan_out)
        else:
            values = 0.05 * values
            if ".bn" in name or name.startswith("bn") or "downsample.1" in name:
                last = name.endswith("bn3.weight") or (not bottlenecks and "bn2.weight" in name)
                values = (0.1 if last else 1) + values
        parameter.data = values.to(parameter.dtype)


def fill_by_name(network):
    """Streams in the order of names. Weights of products: variance 1 over the fan-in. Scales near 1, or
    near 0.5 for the layer scale of ConvNeXt; embeddings up to 0.5; biases small."""
    parameters = dict(network.named_parameters())
    for k, name in enumerate(sorted(parameters)):
        parameter = parameters[name]
        values = noise(parameter.shape, k)
        if name.endswith("class_token") or name.endswith("pos_embedding"):
            values = 0.5 * values
        elif name.endswith("layer_scale"):
            values = 0.5 + 0.05 * values
        elif parameter.dim() > 1:
            values = values * math.sqrt(3.0 * parameter.shape[0] / parameter.numel())
        else:
            values = 0.05 * values + (1 if name.endswith("weight") else 0)
        parameter.data = values.to(parameter.dtype)


def measure(name, network, dtype, batch, fill=fill):
    network = network.to(dtype)
    fill(network)
    network.train()
    # Pictures of one colour each under noise: pure noise looks alike to a deep layer, whose batch norm
    # would divide rounding errors by next to nothing.
    images = (2 * noise((batch, 3, 1, 1), 1001) + 0.5 * noise((batch, 3, 32, 32), 1000)).to(dtype)
    labels = torch.arange(batch) % 10
    loss = functional.cross_entropy(network(images), labels)
    loss.backward()
    kind = str(dtype).replace("torch.", "")
    print(f"{name},{kind},loss,{loss.item():.10e},,")
    for key, parameter in network.named_parameters():
        gradient = parameter.grad.double().flatten()
        probe = torch.dot(gradient, noise((gradient.numel(),), 2000))
        print(f"{name},{kind},{key},{gradient.norm():.10e},{probe:.10e},{gradient[0]:.10e}")
    network.eval()
    with torch.no_grad():
        loss = functional.cross_entropy(network(images), labels)
    print(f"{name},{kind},inference loss,{loss.item():.10e},,")


if __name__ == "__main__":
    torch.set_num_threads(1)
    print("network,precision,quantity,norm,projection,first")
    for kind in (torch.float32, torch.float64):
        measure("resnet50-imagenet", resnet50("imagenet", 10), kind, 32)
        measure("resnet20", CifarResNet(20, 10), kind, 32)
    measure("resnet50-cifar", resnet50("cifar", 10), torch.float32, 8)
    for depth in (32, 44, 56):
        measure(f"resnet{depth}", CifarResNet(depth, 10), torch.float32, 16)
    measure("resnet18-imagenet", torchvision.models.resnet18(num_classes=10), torch.float32, 32)
    for kind in (torch.float32, torch.float64):
        measure("efficientnet_b0-imagenet", efficientnet("imagenet"), kind, 32, fill_by_name)
        measure("vit_tiny", vit(192, 3), kind, 8, fill_by_name)
        convnext = without_randomness(torchvision.models.convnext_tiny(num_classes=10))
        measure("convnext_tiny", convnext, kind, 8, fill_by_name)
        measure("airbench", Airbench(), kind, 16, fill_by_name)
    measure("efficientnet_b0-cifar", efficientnet("cifar"), torch.float32, 16, fill_by_name)
    measure("vit_small", vit(384, 6), torch.float32, 4, fill_by_name)
    vit_base = Enlarged(torchvision.models.vit_b_16(num_classes=10), 224)
    measure("vit_base", vit_base, torch.float32, 2, fill_by_name)
