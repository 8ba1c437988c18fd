package io.github.greenscreen.cli.model;

import io.github.greenscreen.run.network.ModelFolder;
import io.github.greenscreen.run.network.NetworkDescription;
import io.github.greenscreen.run.network.NetworkFile;
import io.github.greenscreen.training.engine.Classifier;
import io.github.greenscreen.training.engine.TrainedNetworks;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Networks without an engine that know blue, green, and red: {@code colours} takes the shares of an
 * image's colours for probabilities, any other gives every image the same ones.
 */
final class ColourNetworks implements TrainedNetworks {
  static final String BY_SHARES = "colours";

  @Override
  public void export(Export export, Path file) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Classifier load(ModelFolder folder) {
    NetworkDescription description = NetworkDescription.of(NetworkFile.read(folder.network()));
    return new Classifier() {
      @Override
      public NetworkDescription description() {
        return description;
      }

      @Override
      public List<double[]> probabilities(List<byte[]> images) {
        pause();
        return images.stream()
            .map(
                pixels ->
                    description.model().equals(BY_SHARES)
                        ? shares(pixels)
                        : new double[] {0.5, 0.3, 0.2})
            .toList();
      }

      @Override
      public void close() {}
    };
  }

  /** Take some milliseconds, in which energies are measured. */
  private static void pause() {
    try {
      Thread.sleep(5);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Return the shares of blue, green, and red. */
  private static double[] shares(byte[] pixels) {
    int plane = pixels.length / 3;
    double[] sums = new double[3];
    IntStream.range(0, pixels.length).forEach(i -> sums[2 - i / plane] += pixels[i] & 0xFF);
    double all = Arrays.stream(sums).sum();
    return Arrays.stream(sums).map(sum -> sum / all).toArray();
  }
}
