package io.github.greenscreen.djl.transfer;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;

/**
 * Reads the numbers of an array that may be on a GPU, and frees the memory of the copy. DJL copies
 * such an array into a manager that it creates for the copy ({@code JniUtils.to} of its PyTorch
 * engine), and closes neither before the manager of the array closes; therefore no other code may
 * call the methods of {@link NDArray} that read numbers. An array on the CPU is read in place. All
 * methods wait for the device.
 */
public final class HostCopy implements AutoCloseable {
  private final NDArray source;
  private final NDArray array;
  private final NDManager manager;

  private HostCopy(NDArray source) {
    this.source = source;
    array = source.toDevice(Device.cpu(), false);
    manager = array.getManager();
  }

  /** Return the bytes of the numbers, row-major, in the machine's byte order. */
  public static byte[] bytes(NDArray array) {
    try (HostCopy copy = new HostCopy(array)) {
      return copy.array.toByteArray();
    }
  }

  /** Return the numbers of an array of float32, row-major. */
  public static float[] floats(NDArray array) {
    try (HostCopy copy = new HostCopy(array)) {
      return copy.array.toFloatArray();
    }
  }

  /** Return the numbers of an array of float64, row-major. */
  public static double[] doubles(NDArray array) {
    try (HostCopy copy = new HostCopy(array)) {
      return copy.array.toDoubleArray();
    }
  }

  /** Return the numbers of an array of int64, row-major. */
  public static long[] longs(NDArray array) {
    try (HostCopy copy = new HostCopy(array)) {
      return copy.array.toLongArray();
    }
  }

  @Override
  public void close() {
    if (array != source) {
      array.close();
      if (manager != source.getManager()) {
        manager.close();
      }
    }
  }
}
