package io.github.greenscreen.djl.torchscript;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/**
 * A tensor that an archive stores as a buffer of its module, contiguous in row-major order.
 * Immutable.
 */
public final class StoredTensor {
  private final String name;
  private final String storage;
  private final List<Integer> shape;
  private final int size;
  private final ByteBuffer content;

  private StoredTensor(String name, String storage, int[] shape, int size, ByteBuffer content) {
    this.name = name;
    this.storage = storage;
    this.shape = Arrays.stream(shape).boxed().toList();
    this.size = size;
    this.content = content;
    int expected = Arrays.stream(shape).reduce(1, Math::multiplyExact);
    if (size != expected) {
      throw new IllegalArgumentException(
          "%s has %s values; expected %s of shape %s".formatted(name, size, expected, this.shape));
    }
  }

  /** Return a tensor of {@code values} for the int8 attribute {@code name}. */
  public static StoredTensor int8(String name, byte[] values, int... shape) {
    ByteBuffer copy = ByteBuffer.wrap(values.clone());
    return new StoredTensor(name, "CharStorage", shape, values.length, copy);
  }

  /** Return a tensor of {@code values} for the float32 attribute {@code name}. */
  public static StoredTensor float32(String name, float[] values, int... shape) {
    ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES);
    bytes.order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().put(values);
    return new StoredTensor(name, "FloatStorage", shape, values.length, bytes);
  }

  /**
   * Return a tensor of float32 for the attribute {@code name}.
   *
   * @param values little-endian; not copied
   */
  public static StoredTensor float32(String name, ByteBuffer values, int... shape) {
    int size = values.remaining() / Float.BYTES;
    return new StoredTensor(name, "FloatStorage", shape, size, values);
  }

  /** Return the name of the attribute. */
  public String name() {
    return name;
  }

  /** Return the values, little-endian. */
  ByteBuffer content() {
    return content.duplicate();
  }

  /** Push this tensor, whose values are the entry {@code key} of the archive's data. */
  void pickle(PickleWriter pickle, String key) {
    pickle.global("torch._utils", "_rebuild_tensor_v2").mark();
    pickle.mark().text("storage").global("torch", storage).text(key).text("cpu");
    pickle.integer(size).tuple().persistent().integer(0);
    pickle.mark();
    shape.forEach(pickle::integer);
    pickle.tuple().mark();
    int stride = size;
    for (int length : shape) {
      stride /= length;
      pickle.integer(stride);
    }
    pickle.tuple().truth(false);
    pickle.global("collections", "OrderedDict").emptyTuple().reduce().tuple().reduce();
  }
}
