package io.github.greenscreen.data.folder;

import java.util.concurrent.Semaphore;

/** Bounds the memory of all images that are being decoded at the same time. Thread-safe. */
final class DecodingBudget {
  private static final int MIB = 1 << 20;

  /** Bytes per pixel while a file is decoded: samples, their row, and RGB. */
  private static final int BYTES_PER_PIXEL = 12;

  private final int all;
  private final Semaphore free;

  /** Allow {@code bytes} in all. */
  DecodingBudget(long bytes) {
    all = (int) Math.max(1, Math.min(Integer.MAX_VALUE, bytes / MIB));
    free = new Semaphore(all, true);
  }

  /** Return a budget of half the memory that Java may use beside {@code reserved} bytes. */
  static DecodingBudget beside(long reserved) {
    return new DecodingBudget((Runtime.getRuntime().maxMemory() - reserved) / 2);
  }

  /** Return the MiB that an image of {@code pixels} pixels needs. */
  static int mib(long pixels) {
    return (int) Math.min(Integer.MAX_VALUE, 1 + pixels * BYTES_PER_PIXEL / MIB);
  }

  /** Return all MiB of the budget. */
  int all() {
    return all;
  }

  /** Wait until {@code mib}, at most {@link #all}, are free, and take them. */
  void take(int mib) {
    free.acquireUninterruptibly(mib);
  }

  /** Give back what {@link #take} took. */
  void giveBack(int mib) {
    free.release(mib);
  }
}
