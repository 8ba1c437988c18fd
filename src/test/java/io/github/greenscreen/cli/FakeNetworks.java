package io.github.greenscreen.cli;

import io.github.greenscreen.run.model.RunFolderException;
import io.github.greenscreen.run.network.ModelFolder;
import io.github.greenscreen.run.network.NetworkDescription;
import io.github.greenscreen.training.engine.Classifier;
import io.github.greenscreen.training.engine.TrainedNetworks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Networks that need no engine: an exported file says how it was exported, and images are
 * classified by the shares of their colours.
 */
final class FakeNetworks implements TrainedNetworks {
  private static final int SIDE = 4;

  @Override
  public void export(Export export, Path file) {
    try {
      Files.writeString(
          file,
          "%s %s %s"
              .formatted(
                  export.format().configName(),
                  export.quantized() ? "int8" : "float32",
                  export.metadata()));
    } catch (IOException e) {
      throw RunFolderException.cannot("write", file, e);
    }
  }

  @Override
  public Classifier load(ModelFolder folder) {
    return new Classifier() {
      @Override
      public NetworkDescription description() {
        List<Double> none = List.of(0.0, 0.0, 0.0);
        List<String> classes = List.of("red", "green", "blue");
        return new NetworkDescription(
            "colours", Optional.empty(), "colours", classes, SIDE, none, none, false);
      }

      @Override
      public List<double[]> probabilities(List<byte[]> images) {
        return images.stream().map(FakeNetworks::shares).toList();
      }

      @Override
      public void close() {}
    };
  }

  private static double[] shares(byte[] pixels) {
    int plane = SIDE * SIDE;
    double[] sums = new double[pixels.length / plane];
    IntStream.range(0, pixels.length).forEach(i -> sums[i / plane] += pixels[i] & 0xFF);
    double all = Arrays.stream(sums).sum();
    return Arrays.stream(sums).map(sum -> sum / all).toArray();
  }
}
