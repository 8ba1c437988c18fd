package io.github.greenscreen.ensemble;

import io.github.greenscreen.data.image.ImageSet;
import io.github.greenscreen.data.split.Partition;
import io.github.greenscreen.data.split.Split;
import io.github.greenscreen.data.split.Splits;
import io.github.greenscreen.run.evaluation.ConfusionTable;
import io.github.greenscreen.run.evaluation.EvaluatedSplit;
import io.github.greenscreen.run.network.ModelFolder;
import io.github.greenscreen.run.network.NetworkDescription;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * A trained network of an ensemble, and which images its run used for what.
 *
 * @param run name of the run
 * @param folder the folder of its network
 * @param network description of the network
 * @param limit maximum number of images that the run used; empty for all
 * @param partition shares of its splits
 * @param seed the seed from which its splits follow
 * @param evaluations its confusion matrices, as far as the run has them
 */
public record Member(
    String run,
    ModelFolder folder,
    NetworkDescription network,
    OptionalInt limit,
    Partition partition,
    long seed,
    Map<EvaluatedSplit, ConfusionTable> evaluations) {
  public Member {
    Objects.requireNonNull(run);
    Objects.requireNonNull(folder);
    Objects.requireNonNull(network);
    Objects.requireNonNull(limit);
    Objects.requireNonNull(partition);
    evaluations = Map.copyOf(evaluations);
  }

  /** Return how the run divided {@code images}, of any size. */
  Split split(ImageSet images) {
    return Splits.draw(images, limit, partition, seed);
  }

  /** Return the settings from which its splits follow, in words. */
  String splitSettings() {
    String limited = limit.isPresent() ? ", limit " + limit.getAsInt() : "";
    return "run %s: seed %s, partitioning %s%s".formatted(run, seed, partition.spelled(), limited);
  }
}
