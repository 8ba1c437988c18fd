"""Write the image files that ImageDecoderTest and SquareFitTest read, and the numbers that Pillow and torchvision find in
them: python3 reference.py (Pillow 9.4.0, torchvision 0.14.1). Transparent pixels are blended with white in exact arithmetic,
because Pillow's conversion to RGB drops alpha; everything else is theirs."""
import struct
import zlib

import numpy as np
from PIL import Image, ImageOps
from torchvision.transforms import CenterCrop, Resize

WIDTH, HEIGHT = 37, 23


def picture(width, height, seed=1):
    y, x = np.mgrid[0:height, 0:width]
    planes = np.stack([x * 6 % 256, y * 11 % 256, x * y % 256], -1)
    noise = np.random.default_rng(seed).integers(-20, 20, planes.shape)
    return (planes + noise).clip(0, 255).astype(np.uint8)


def chunk(kind, content):
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def png(name, depth, color, rows, extra=b""):
    """Write rows of whole bytes, which Pillow cannot write in every form."""
    height, width = len(rows), len(rows[0]) * 8 // depth // {0: 1, 2: 3}[color]
    data = zlib.compress(b"".join(b"\0" + bytes(row) for row in rows))
    header = struct.pack(">IIBBBBB", width, height, depth, color, 0, 0, 0)
    with open(name, "wb") as file:
        file.write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + extra + chunk(b"IDAT", data) + chunk(b"IEND", b""))


def exif(number):
    return b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01" + struct.pack(">H", number) + bytes(6)


def write():
    """Write all files and return their names."""
    pixels = picture(WIDTH, HEIGHT)
    image = Image.fromarray(pixels)
    image.save("rgb444.jpg", quality=90, subsampling=0)
    image.save("rgb422.jpg", quality=90, subsampling=1)
    image.save("rgb420.jpg", quality=90, subsampling=2)
    image.save("progressive.jpg", quality=80, progressive=True)
    image.convert("L").save("grey.jpg", quality=90)
    image.convert("CMYK").save("cmyk.jpg", quality=90)
    data = bytearray(open("cmyk.jpg", "rb").read())
    data[data.find(b"Adobe") + 11] = 2  # The same components, declared as YCCK.
    open("ycck.jpg", "wb").write(data)
    for number in range(1, 9):
        Image.fromarray(picture(9, 7)).save(f"turned{number}.jpg", quality=90, exif=b"Exif\0\0" + exif(number))
    image.save("rgb.png")
    Image.fromarray(picture(23, 37)).save("tall.png")
    Image.fromarray(picture(200, 10)).save("flat.png")
    image.convert("L").save("grey.png")
    image.convert("1").save("bits.png")
    image.quantize(200).save("palette.png")
    image.quantize(5).save("palette3.png", bits=4)
    image.quantize(20).save("transparent-palette.png", transparency=bytes(range(0, 200, 10)))
    Image.fromarray(np.dstack([pixels, picture(WIDTH, HEIGHT, 2)[:, :, 0]])).save("rgba.png")
    Image.fromarray(np.dstack([pixels[:, :, 0], pixels[:, :, 2]])).save("grey-alpha.png")
    wide = np.random.default_rng(3).integers(0, 65536, (5, 4, 3)).astype(">u2")
    png("rgb16.png", 16, 2, [row.tobytes() for row in wide])
    png("grey16.png", 16, 0, [row[:, 0].tobytes() for row in wide])
    png("turned.png", 8, 2, [row.tobytes() for row in picture(9, 7)], chunk(b"eXIf", exif(6)))
    files = ["rgb444.jpg", "rgb422.jpg", "rgb420.jpg", "progressive.jpg", "grey.jpg", "cmyk.jpg", "ycck.jpg"]
    files += [f"turned{number}.jpg" for number in range(1, 9)]
    files += ["rgb.png", "tall.png", "flat.png", "grey.png", "bits.png", "palette.png", "palette3.png"]
    return files + ["transparent-palette.png", "rgba.png", "grey-alpha.png", "rgb16.png", "grey16.png", "turned.png"]


def decoded(name):
    image = ImageOps.exif_transpose(Image.open(name))
    if image.mode.startswith("I"):
        return Image.fromarray((np.array(image) >> 8).astype(np.uint8)).convert("RGB")
    if image.mode in ("RGBA", "LA") or "transparency" in image.info:
        pixels = np.array(image.convert("RGBA")).astype(float)
        alpha = pixels[:, :, 3:] / 255
        return Image.fromarray(np.floor(pixels[:, :, :3] * alpha + 255 * (1 - alpha) + 0.5).astype(np.uint8))
    return image.convert("RGB")


with open("reference.csv", "w") as out:
    out.write("file,width,height,crc32,side,fitted\n")
    for file in write():
        image = decoded(file)
        crc = zlib.crc32(np.array(image).tobytes())
        for side in [7, 24] if file in ("rgb.png", "tall.png", "flat.png", "rgb420.jpg") else [5]:
            fitted = np.array(CenterCrop(side)(Resize(side)(image))).transpose(2, 0, 1).tobytes().hex()
            out.write(f"{file},{image.width},{image.height},{crc},{side},{fitted}\n")
