package io.github.greenscreen.djl.data;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.github.greenscreen.data.image.ImageSet;
import io.github.greenscreen.djl.torchscript.ScriptModule;
import io.github.greenscreen.training.hyperparameter.DataPlacement;
import io.github.greenscreen.training.hyperparameter.MemoryFormat;
import java.util.Arrays;
import java.util.OptionalInt;

/**
 * All images of a data set, from which batches for a network are made on a device. Close it to free
 * the compiled functions and images that are not on the device; the arrays on the device belong to
 * the given manager. Not thread-safe.
 */
public final class DeviceDataSet implements AutoCloseable {
  private final ScriptModule script;
  private final PixelSource pixels;
  private final NDArray labels;
  private final NDArray shift;
  private final NDArray scale;
  private final ChannelNormalization normalization;

  /**
   * Copy {@code images} to the device of {@code manager}; batches have their size.
   *
   * @param scaling how pixels are scaled
   * @param memoryFormat memory format of the batches
   * @param type number format of the batches
   */
  public DeviceDataSet(
      NDManager manager,
      ImageSet images,
      ChannelNormalization scaling,
      MemoryFormat memoryFormat,
      DataType type) {
    this(
        manager, images, scaling, OptionalInt.empty(), memoryFormat, type, DataPlacement.ON_DEVICE);
  }

  /**
   * Copy {@code images} to where they are kept.
   *
   * @param manager manager of the arrays on its device
   * @param scaling how pixels are scaled
   * @param side height and width of batches, to which images are resized after augmentation by
   *     bilinear interpolation; empty for their size
   * @param memoryFormat memory format of the batches
   * @param type number format of the batches
   * @param placement where the images are kept
   */
  public DeviceDataSet(
      NDManager manager,
      ImageSet images,
      ChannelNormalization scaling,
      OptionalInt side,
      MemoryFormat memoryFormat,
      DataType type,
      DataPlacement placement) {
    script =
        ScriptModule.compile(
            manager.getDevice(), methods(images.classes().size(), side, memoryFormat));
    pixels =
        placement.location() == DataPlacement.Location.HOST
            ? new HostPixels(images, placement.isPinned())
            : new DevicePixels(manager, images);
    long[] numbers = new long[images.size()];
    Arrays.setAll(numbers, images::label);
    labels = manager.create(numbers);
    normalization = scaling;
    Shape perChannel = new Shape(1, 3, 1, 1);
    shift = manager.create(normalization.shift()).reshape(perChannel).toType(type, true);
    scale = manager.create(normalization.scale()).reshape(perChannel).toType(type, true);
  }

  /** Return how pixels are scaled. */
  public ChannelNormalization normalization() {
    return normalization;
  }

  /**
   * Return a batch, augmented and normalised.
   *
   * @param batch indices and random numbers; the result belongs to the manager of these arrays
   * @param augmenter the augmenter that drew the numbers of the batch
   */
  public ImageBatch batch(DeviceBatches.Batch batch, Augmenter augmenter) {
    ImageBatch varied = augmenter.apply(gather(batch), batch.numbers(), script);
    return new ImageBatch(script.call("scaled", varied.images(), shift, scale), varied.labels());
  }

  @Override
  public void close() {
    pixels.close();
    script.close();
  }

  private ImageBatch gather(DeviceBatches.Batch batch) {
    return new ImageBatch(
        script.call("converted", pixels.gather(batch), scale),
        script.call("one_hot", batch.indices(), labels, scale));
  }

  /** Return the TorchScript functions that make batches. */
  static String methods(int classes, OptionalInt side, MemoryFormat memoryFormat) {
    return """
          def converted(self: __torch__.Ops, pixels: Tensor, like: Tensor) -> Tensor:
            return torch.type_as(pixels, like)
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
