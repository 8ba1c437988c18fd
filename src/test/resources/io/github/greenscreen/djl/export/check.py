"""Compares exported networks with the logits that greenscreen computed, in PyTorch for Python.

Reads lines from standard input, each the name of a folder with network.pt, network.safetensors,
images.f32, and logits.f32 (float32, little-endian, row-major), and answers each with a line: the
largest difference of logits in TorchScript and, if torchvision has the network, of its own network
with the arrays of the safetensors file; otherwise "none". Needs torch and torchvision, from 1.13 on.
"""
import json
import struct
import sys
import warnings

import numpy
import torch
import torchvision


def read_safetensors(path):
    with open(path, "rb") as file:
        length = struct.unpack("<Q", file.read(8))[0]
        header = json.loads(file.read(length))
        numbers = numpy.frombuffer(file.read(), dtype="<f4")
    metadata = header.pop("__metadata__")
    arrays = {}
    for name, entry in header.items():
        begin, end = (offset // 4 for offset in entry["data_offsets"])
        arrays[name] = torch.from_numpy(numpy.array(numbers[begin:end])).reshape(entry["shape"])
    return metadata, arrays


def vit(width, heads, classes):
    return torchvision.models.VisionTransformer(
        image_size=32, patch_size=4, num_layers=12, num_heads=heads, hidden_dim=width,
        mlp_dim=4 * width, num_classes=classes)


class Enlarged(torch.nn.Module):
    def __init__(self, network):
        super().__init__()
        self.network = network

    def forward(self, x):
        return self.network(torch.nn.functional.interpolate(x, (224, 224), mode="bilinear"))

    def load_state_dict(self, *arguments):
        self.network.load_state_dict(*arguments)


def network(metadata):
    model, classes = metadata["model"], len(json.loads(metadata["classes"]))
    if model == "vit_base":
        return Enlarged(torchvision.models.vit_b_16(num_classes=classes))
    if model in ("vit_tiny", "vit_small"):
        return vit(*{"vit_tiny": (192, 3), "vit_small": (384, 6)}[model], classes)
    if not hasattr(torchvision.models, model):
        return None
    found = getattr(torchvision.models, model)(num_classes=classes)
    if metadata.get("stem") == "cifar" and model.startswith("resnet"):
        found.conv1 = torch.nn.Conv2d(3, 64, 3, 1, 1, bias=False)
        found.maxpool = torch.nn.Identity()
    elif metadata.get("stem") == "cifar":
        found.features[0][0].stride = (1, 1)
    return found


def of_torchvision(metadata, arrays, images):
    found = network(metadata)
    if found is None:
        return None
    found.load_state_dict(arrays, True)
    found.eval()
    mean, std = (torch.tensor(json.loads(metadata[key])).reshape(1, 3, 1, 1) for key in ("image_mean", "image_std"))
    x = (images - mean) / std
    logits = found(x)
    if metadata["test_time_flip"] == "true":
        logits = (logits + found(x.flip(3))) / 2
    return logits


def skip_initialisation():
    """All numbers are loaded; drawing others first takes most of the time."""
    for name in dir(torch.nn.init):
        if name.endswith("_") and not name.startswith("_"):
            setattr(torch.nn.init, name, lambda tensor, *arguments, **options: tensor)


def check(folder):
    metadata, arrays = read_safetensors(folder + "/network.safetensors")
    side, classes = int(metadata["size"]), len(json.loads(metadata["classes"]))
    images = torch.from_numpy(numpy.fromfile(folder + "/images.f32", "<f4")).reshape(-1, 3, side, side)
    logits = torch.from_numpy(numpy.fromfile(folder + "/logits.f32", "<f4")).reshape(-1, classes)
    extra = {"metadata.json": ""}
    script = torch.jit.load(folder + "/network.pt", _extra_files=extra)
    assert json.loads(extra["metadata.json"])["model"] == metadata["model"]
    found = [script(images), of_torchvision(metadata, arrays, images)]
    return ["none" if each is None else "%.3e" % (each - logits).abs().max() for each in found]


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    torch.set_num_threads(1)
    skip_initialisation()
    with torch.no_grad():
        for line in sys.stdin:
            print(*check(line.rstrip("\n")), flush=True)
