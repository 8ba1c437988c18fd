package io.github.greenscreen.cli.model;

import io.github.greenscreen.cli.support.UsageException;
import io.github.greenscreen.data.DataSets;
import io.github.greenscreen.data.split.Partition;
import io.github.greenscreen.ensemble.Member;
import io.github.greenscreen.run.evaluation.ConfusionTable;
import io.github.greenscreen.run.evaluation.EvaluatedSplit;
import io.github.greenscreen.run.network.NetworkDescription;
import io.github.greenscreen.run.network.NetworkFile;
import io.github.greenscreen.training.hyperparameter.HyperparameterRegistry;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The runs whose networks are combined, which must be trained on the same data set. */
final class EnsembleMembers {
  private static final String PARTITIONING = "partitioning";

  private final List<RunNetwork> networks;

  private EnsembleMembers(List<RunNetwork> networks) {
    this.networks = networks;
  }

  /**
   * Find the runs {@code names} in {@code runs}.
   *
   * @throws UsageException if these are not several runs with networks for one data set
   */
  static EnsembleMembers find(Path runs, List<String> names) {
    if (names.size() < 2) {
      throw new UsageException(
          "found one run, %s, expected at least two to combine".formatted(names.get(0)));
    }
    List<RunNetwork> networks = names.stream().map(name -> RunNetwork.find(runs, name)).toList();
    Set<String> seen = new HashSet<>();
    for (RunNetwork network : networks) {
      if (!seen.add(network.run())) {
        throw new UsageException("found run %s twice; name each once".formatted(network.run()));
      }
      network.requireQuantized();
    }
    EnsembleMembers members = new EnsembleMembers(networks);
    members
        .difference(network -> network.plan().dataset())
        .ifPresent(
            difference -> {
              throw new UsageException(
                  difference + "; combine runs that were trained on the same data set");
            });
    return members;
  }

  /** Return the name of the data set. */
  String dataset() {
    return networks.get(0).plan().dataset();
  }

  /**
   * Return the folder of the data set that the runs record; empty for the cache or a drawn one.
   *
   * @throws UsageException if the runs were trained on images of several folders
   */
  Optional<Path> folder() {
    if (dataset().equals(DataSets.FOLDER)) {
      difference(network -> network.status().data())
          .ifPresent(
              difference -> {
                throw new UsageException(
                    difference
                        + "; if these are the same images, pass one of the folders with --data");
              });
    }
    return Optional.of(networks.get(0).status().data())
        .filter(text -> !text.isEmpty())
        .map(Path::of);
  }

  /** Return in words how the first run that differs in {@code setting} differs from the first. */
  private Optional<String> difference(Function<RunNetwork, String> setting) {
    RunNetwork first = networks.get(0);
    return networks.stream()
        .filter(other -> !setting.apply(other).equals(setting.apply(first)))
        .findFirst()
        .map(
            other ->
                "run %s was trained on %s, but run %s on %s"
                    .formatted(
                        first.run(), setting.apply(first), other.run(), setting.apply(other)));
  }

  /** Return the members in the order of their names on the command line. */
  List<Member> all() {
    return networks.stream().map(EnsembleMembers::member).toList();
  }

  private static Member member(RunNetwork network) {
    Map<EvaluatedSplit, ConfusionTable> evaluations = new EnumMap<>(EvaluatedSplit.class);
    for (EvaluatedSplit split : EvaluatedSplit.values()) {
      network.confusion(split).ifPresent(matrix -> evaluations.put(split, matrix));
    }
    return new Member(
        network.run(),
        network.folder(),
        NetworkDescription.of(NetworkFile.read(network.folder().network())),
        network.status().limit(),
        partition(network),
        network.plan().seed().orElseThrow(() -> withoutSeed(network)),
        evaluations);
  }

  private static Partition partition(RunNetwork network) {
    String text =
        network
            .plan()
            .configuration()
            .find(PARTITIONING)
            .orElseGet(() -> HyperparameterRegistry.defaultValue(PARTITIONING));
    return Partition.parse(text)
        .orElseThrow(
            () ->
                new UsageException(
                    ("run %s: parameters.yaml has the partitioning \"%s\", expected shares such as "
                            + "80-10-10")
                        .formatted(network.run(), text)));
  }

  private static UsageException withoutSeed(RunNetwork network) {
    return new UsageException(
        "run %s: parameters.yaml has no seed, from which its splits follow; leave the run out"
            .formatted(network.run()));
  }
}
