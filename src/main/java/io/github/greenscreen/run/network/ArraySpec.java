package io.github.greenscreen.run.network;

import java.util.List;
import java.util.Objects;

/**
 * The specification of an array in a file.
 *
 * @param name its name, as in torchvision
 * @param type its number format
 * @param shape its shape
 */
public record ArraySpec(String name, Type type, List<Long> shape) {
  /** A number format, in the spelling of safetensors. */
  public enum Type {
    F32(Float.BYTES),
    F64(Double.BYTES);

    private final int bytes;

    Type(int bytes) {
      this.bytes = bytes;
    }
  }

  public ArraySpec {
    Objects.requireNonNull(name);
    Objects.requireNonNull(type);
    shape = List.copyOf(shape);
  }

  /** Return the size of its numbers in bytes. */
  public long bytes() {
    return shape.stream().reduce((long) type.bytes, Math::multiplyExact);
  }
}
