package io.github.greenscreen.weights;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An array of numbers in a file, which need not be contiguous. Its numbers are read on demand.
 * Immutable.
 */
public final class StoredArray {
  private final NumberType type;
  private final List<Long> shape;
  private final List<Long> strides;
  private final long offset;
  private final Storage storage;

  /**
   * Create an array of some numbers of {@code storage}.
   *
   * @param strides distance of neighbours in each dimension, in numbers
   * @param offset index of the first number in {@code storage}
   * @throws IllegalArgumentException with a phrase for the user if the array does not lie within
   *     the storage
   */
  StoredArray(NumberType type, List<Long> shape, List<Long> strides, long offset, Storage storage) {
    this.type = type;
    this.shape = List.copyOf(shape);
    this.strides = List.copyOf(strides);
    this.offset = offset;
    this.storage = storage;
    check();
  }

  /** Create an array in row-major order that begins at the begin of {@code storage}. */
  static StoredArray contiguous(NumberType type, List<Long> shape, Storage storage) {
    Long[] strides = new Long[shape.size()];
    long stride = 1;
    for (int i = strides.length - 1; i >= 0; i--) {
      strides[i] = stride;
      stride *= Math.max(1, shape.get(i));
    }
    return new StoredArray(type, shape, List.of(strides), 0, storage);
  }

  private void check() {
    if (strides.size() != shape.size()
        || offset < 0
        || shape.stream().anyMatch(size -> size < 0)
        || strides.stream().anyMatch(stride -> stride < 0)) {
      throw new IllegalArgumentException(
          "an array of shape %s, strides %s, and offset %s".formatted(shape, strides, offset));
    }
    if (shape.contains(0L)) {
      return;
    }
    try {
      long last = offset;
      for (int i = 0; i < shape.size(); i++) {
        last = Math.addExact(last, Math.multiplyExact(shape.get(i) - 1, strides.get(i)));
      }
      if (last < storage.bytes() / type.bytes()) {
        return;
      }
    } catch (ArithmeticException e) {
      // It reaches beyond any file.
    }
    throw new IllegalArgumentException(
        "an array of shape %s that reaches beyond its %s bytes"
            .formatted(shapeText(), storage.bytes()));
  }

  /** Return the number format. */
  public NumberType type() {
    return type;
  }

  /** Return the length of each dimension; an empty list for a single number. */
  public List<Long> shape() {
    return shape;
  }

  /** Return the shape in words, such as {@code 64×3×7×7}, or {@code one number}. */
  public String shapeText() {
    return text(shape);
  }

  /** Return {@code shape} in words, as {@link #shapeText}. */
  public static String text(List<Long> shape) {
    return shape.isEmpty()
        ? "one number"
        : shape.stream().map(String::valueOf).collect(Collectors.joining("×"));
  }

  /** Return whether the array has {@code other} shape, except for dimensions of length 1. */
  public boolean hasShape(List<Long> other) {
    return stripped(shape).equals(stripped(other));
  }

  private static List<Long> stripped(List<Long> shape) {
    return shape.stream().filter(size -> size != 1).toList();
  }

  /** Return the number of numbers. */
  public long count() {
    return shape.stream().reduce(1L, Math::multiplyExact);
  }

  /**
   * Read the numbers, in row-major order.
   *
   * @throws WeightsException if the file cannot be read
   */
  public double[] values() {
    double[] values = new double[Math.toIntExact(count())];
    if (values.length > 0) {
      fill(values, 0, values.length, 0, Math.toIntExact(offset), storage.read());
    }
    return values;
  }

  /**
   * Write the numbers of a part of the array, whose indices are fixed before {@code dimension}, to
   * {@code to} from {@code begin} until {@code end}.
   *
   * @param at index of the first number in {@code bytes}
   */
  private void fill(double[] to, int begin, int end, int dimension, int at, ByteBuffer bytes) {
    if (dimension == shape.size()) {
      to[begin] = type.value(bytes, Math.multiplyExact(at, type.bytes()));
      return;
    }
    int length = Math.toIntExact(shape.get(dimension));
    int stride = Math.toIntExact(strides.get(dimension));
    if (dimension == shape.size() - 1) {
      for (int i = 0; i < length; i++) {
        to[begin + i] = type.value(bytes, Math.multiplyExact(at + i * stride, type.bytes()));
      }
      return;
    }
    int part = (end - begin) / length;
    for (int i = 0; i < length; i++) {
      int from = begin + i * part;
      fill(to, from, from + part, dimension + 1, at + i * stride, bytes);
    }
  }
}
