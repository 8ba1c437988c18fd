package io.github.greenscreen.ensemble;

import io.github.greenscreen.data.image.GivenSplits;
import io.github.greenscreen.data.image.ImageSet;
import io.github.greenscreen.data.split.Partition;
import io.github.greenscreen.run.evaluation.ConfusionTable;
import io.github.greenscreen.run.evaluation.EvaluatedSplit;
import io.github.greenscreen.run.network.ModelFolder;
import io.github.greenscreen.run.network.NetworkDescription;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Members without files, and images whose pixels tell their index. */
final class Members {
  static final List<String> CLASSES = List.of("even", "odd");
  static final Partition PARTITION = new Partition(60, 20, 20);

  private Members() {}

  static Member member(String run, long seed) {
    return member(run, seed, OptionalInt.empty(), Map.of());
  }

  static Member member(String run, long seed, OptionalInt limit) {
    return member(run, seed, limit, Map.of());
  }

  static Member member(String run, long seed, Map<EvaluatedSplit, ConfusionTable> evaluations) {
    return member(run, seed, OptionalInt.empty(), evaluations);
  }

  private static Member member(
      String run, long seed, OptionalInt limit, Map<EvaluatedSplit, ConfusionTable> evaluations) {
    return new Member(
        run,
        new ModelFolder(Path.of(run)),
        description(CLASSES, 8),
        limit,
        PARTITION,
        seed,
        evaluations);
  }

  static NetworkDescription description(List<String> classes, int side) {
    List<Double> ones = List.of(1.0, 1.0, 1.0);
    return new NetworkDescription(
        "resnet20", Optional.empty(), "numbers", classes, side, ones, ones, false);
  }

  /** Return images whose first pixel is their index, and whose class is even or odd. */
  static ImageSet images(int count, int side, GivenSplits given) {
    byte[] pixels = new byte[count * ImageSet.bytes(side)];
    short[] labels = new short[count];
    for (int i = 0; i < count; i++) {
      pixels[i * ImageSet.bytes(side)] = (byte) i;
      labels[i] = (short) (i % 2);
    }
    return new ImageSet("numbers", CLASSES, side, pixels, labels, given);
  }

  static ImageSet images(int count) {
    return images(count, 8, GivenSplits.NONE);
  }
}
