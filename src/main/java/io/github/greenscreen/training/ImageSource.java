package io.github.greenscreen.training;

import io.github.greenscreen.data.image.ImageSet;
import java.nio.file.Path;
import java.util.Optional;

/** Loads the images of a run. */
@FunctionalInterface
public interface ImageSource {

  /**
   * Load the images for training, validation and test.
   *
   * @param dataset name of the data set, for instance {@code cifar10}
   * @param folder its folder; empty for the cache or for an embedded data set
   * @param side height and width of the images, in pixels
   */
  ImageSet load(String dataset, Optional<Path> folder, int side);
}
