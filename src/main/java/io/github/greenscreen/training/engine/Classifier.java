package io.github.greenscreen.training.engine;

import io.github.greenscreen.run.network.NetworkDescription;
import java.util.List;

/** A trained network that classifies images. Close it to free the engine. Not thread-safe. */
public interface Classifier extends AutoCloseable {

  /** Return the description of the network. */
  NetworkDescription description();

  /**
   * Return the probability of each class for each image.
   *
   * @param images unsigned bytes, three planes (red, green, blue) of {@link
   *     NetworkDescription#side()} rows of as many pixels
   */
  List<double[]> probabilities(List<byte[]> images);

  @Override
  void close();
}
