package io.github.greenscreen.weights;

import java.nio.ByteBuffer;

/** A part of a file that holds the numbers of one or more arrays. */
interface Storage {
  /** Return the size in bytes. */
  long bytes();

  /**
   * Read the whole part, little-endian.
   *
   * @throws WeightsException if the file cannot be read or ends too early
   */
  ByteBuffer read();
}
