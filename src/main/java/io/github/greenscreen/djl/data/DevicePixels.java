package io.github.greenscreen.djl.data;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.github.greenscreen.data.image.ImageSet;
import io.github.greenscreen.djl.torchscript.ScriptModule;
import java.nio.ByteBuffer;

/** Images in the memory of a device. The pixels belong to the given manager. */
final class DevicePixels implements PixelSource {
  /** The TorchScript function that gathers the images of a batch. */
  static final String METHODS =
      """
        def gather(self: __torch__.Ops, index: Tensor, pixels: Tensor) -> Tensor:
          return torch.index_select(pixels, 0, index)
      """;

  private final NDArray pixels;
  private final ScriptModule script;

  /** Copy {@code images} to the device of {@code manager}. */
  DevicePixels(NDManager manager, ImageSet images) {
    Shape shape = new Shape(images.size(), 3, images.side(), images.side());
    pixels = manager.create(ByteBuffer.wrap(images.pixels()), shape, DataType.UINT8);
    script = ScriptModule.compile(manager.getDevice(), METHODS);
  }

  @Override
  public NDArray gather(DeviceBatches.Batch batch) {
    return script.call("gather", batch.indices(), pixels);
  }

  @Override
  public void close() {
    script.close();
  }
}
