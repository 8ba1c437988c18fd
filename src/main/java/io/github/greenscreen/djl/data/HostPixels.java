package io.github.greenscreen.djl.data;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.github.greenscreen.data.image.ImageSet;
import io.github.greenscreen.djl.torchscript.ScriptModule;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Images in the memory of the host, from which batches are copied to a device. From pinned memory
 * the copy is asynchronous; PyTorch reuses that memory only after the copy. Not thread-safe.
 */
final class HostPixels implements PixelSource {
  /** Functions whose first argument is an array on the device. */
  private static final String METHODS =
      """
        def gather(self: __torch__.Ops, to: Tensor, pixels: Tensor, index: Tensor) -> Tensor:
          rows = torch.index_select(pixels, 0, index)
          return torch.to(rows, ops.prim.device(to), 0, False, False)
        def gather_pinned(self: __torch__.Ops, to: Tensor, pixels: Tensor, index: Tensor) -> Tensor:
          rows = torch.pin_memory(torch.index_select(pixels, 0, index))
          return torch.to(rows, ops.prim.device(to), 0, True, False)
      """;

  private final NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch");
  private final ScriptModule script = ScriptModule.compile(Device.cpu(), METHODS);
  private final NDArray pixels;
  private final String method;

  /** Copy {@code images} into memory of the engine; {@code isPinned} is whether batches are. */
  HostPixels(ImageSet images, boolean isPinned) {
    Shape shape = new Shape(images.size(), 3, images.side(), images.side());
    pixels = manager.create(ByteBuffer.wrap(images.pixels()), shape, DataType.UINT8);
    method = isPinned ? "gather_pinned" : "gather";
  }

  @Override
  public NDArray gather(DeviceBatches.Batch batch) {
    try (NDArray index = manager.create(Arrays.stream(batch.images()).asLongStream().toArray())) {
      return script.call(method, batch.indices(), pixels, index);
    }
  }

  @Override
  public void close() {
    script.close();
    manager.close();
  }
}
