package io.github.greenscreen.djl.data;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.github.greenscreen.data.image.ImageSet;
import io.github.greenscreen.data.split.PixelStatistics;
import io.github.greenscreen.djl.torchscript.ScriptModule;
import io.github.greenscreen.training.hyperparameter.MemoryFormat;
import io.github.greenscreen.training.hyperparameter.Preprocessing;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.OptionalInt;

/**
 * All images of a data set on a device, from which batches for a network are made. Close it to free
 * the compiled functions; the arrays belong to the given manager. Not thread-safe.
 */
public final class DeviceDataSet implements AutoCloseable {
  private final ScriptModule script;
  private final NDArray pixels;
  private final NDArray labels;
  private final NDArray shift;
  private final NDArray scale;

  /**
   * Copy {@code images} to the device of {@code manager}; batches have their size.
   *
   * @param preprocessing how pixels are scaled
   * @param statistics statistics of the training images, to which preprocessing is fitted
   * @param memoryFormat memory format of the batches
   * @param type number format of the batches
   */
  public DeviceDataSet(
      NDManager manager,
      ImageSet images,
      Preprocessing preprocessing,
      PixelStatistics statistics,
      MemoryFormat memoryFormat,
      DataType type) {
    this(
        manager,
        images,
        ChannelNormalization.of(preprocessing, statistics),
        OptionalInt.empty(),
        memoryFormat,
        type);
  }

  /**
   * Copy {@code images} to the device of {@code manager}.
   *
   * @param scaling how pixels are scaled
   * @param side height and width of batches, to which images are resized after augmentation by
   *     bilinear interpolation; empty for their size
   * @param memoryFormat memory format of the batches
   * @param type number format of the batches
   */
  public DeviceDataSet(
      NDManager manager,
      ImageSet images,
      ChannelNormalization scaling,
      OptionalInt side,
      MemoryFormat memoryFormat,
      DataType type) {
    script =
        ScriptModule.compile(
            manager.getDevice(), methods(images.classes().size(), side, memoryFormat));
    Shape shape = new Shape(images.size(), 3, ImageSet.SIDE, ImageSet.SIDE);
    pixels = manager.create(ByteBuffer.wrap(images.pixels()), shape, DataType.UINT8);
    long[] numbers = new long[images.size()];
    Arrays.setAll(numbers, i -> images.labels()[i]);
    labels = manager.create(numbers);
    Shape perChannel = new Shape(1, 3, 1, 1);
    shift = manager.create(scaling.shift()).reshape(perChannel).toType(type, true);
    scale = manager.create(scaling.scale()).reshape(perChannel).toType(type, true);
  }

  /**
   * Return a batch, augmented and normalised.
   *
   * @param batch indices and random numbers; the result belongs to the manager of these arrays
   * @param augmenter the augmenter that drew the numbers of the batch
   */
  public ImageBatch batch(DeviceBatches.Batch batch, Augmenter augmenter) {
    ImageBatch varied = augmenter.apply(gather(batch.indices()), batch.numbers(), script);
    return new ImageBatch(script.call("scaled", varied.images(), shift, scale), varied.labels());
  }

  @Override
  public void close() {
    script.close();
  }

  private ImageBatch gather(NDArray indices) {
    return new ImageBatch(
        script.call("gather", indices, pixels, scale),
        script.call("one_hot", indices, labels, scale));
  }

  /** Return the TorchScript functions that make batches. */
  static String methods(int classes, OptionalInt side, MemoryFormat memoryFormat) {
    return """
          def gather(self: __torch__.Ops, index: Tensor, pixels: Tensor, like: Tensor) -> Tensor:
            return torch.type_as(torch.index_select(pixels, 0, index), like)
          def one_hot(self: __torch__.Ops, index: Tensor, labels: Tensor, like: Tensor) -> Tensor:
            return torch.type_as(torch.one_hot(torch.index_select(labels, 0, index), %s), like)
          def scaled(self: __torch__.Ops, x: Tensor, shift: Tensor, scale: Tensor) -> Tensor:
            y = torch.mul(torch.sub(x, shift), scale)
            return torch.contiguous(%s, memory_format=%s)
        """
            .formatted(
                classes, side.isPresent() ? resized(side.getAsInt()) : "y", memoryFormat.code())
        + Augmenters.METHODS;
  }

  private static String resized(int side) {
    return "torch.upsample_bilinear2d(y, [%s, %s], False)".formatted(side, side);
  }
}
