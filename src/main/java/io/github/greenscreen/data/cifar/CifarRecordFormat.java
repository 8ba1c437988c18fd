package io.github.greenscreen.data.cifar;

import io.github.greenscreen.data.image.ImageSet;

/**
 * The format of one CIFAR record: label bytes, then the pixels of one image. The last label byte is
 * the class; a byte before it is the coarse class.
 *
 * @param labelBytes 1 (class) or 2 (coarse class, class)
 * @param classes number of classes, at most 128
 * @param coarseClasses number of coarse classes, used only with two label bytes
 */
public record CifarRecordFormat(int labelBytes, int classes, int coarseClasses) {
  /** Return the number of bytes in a record. */
  public int bytes() {
    return labelBytes + ImageSet.IMAGE_BYTES;
  }
}
