package io.github.greenscreen.cli.option;

import io.github.greenscreen.cli.converter.FractionConverter;
import io.github.greenscreen.cli.support.UsageException;
import io.github.greenscreen.data.DataSets;
import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.search.stopper.Stopper;
import io.github.greenscreen.search.stopper.StopperConfig;
import io.github.greenscreen.search.stopper.StopperType;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** Options for early stoppers that are replayed on finished runs. */
public final class StopperOptionGroup {
  private static final double GOOD = 0.9;

  /** Data set of runs that do not record it: those of the study used CIFAR-100. */
  private static final String OF_THE_STUDY = "cifar100";

  @Option(
      names = "--stopper",
      paramLabel = "NAME[:OPTION=VALUE,...]",
      order = 30,
      description = {
        "hyperband, asha, median or chance; may be repeated",
        "(default: all; with --sampler: no early stopping)."
      })
  private List<String> stoppers;

  @Option(
      names = "--min-accuracy",
      paramLabel = "SHARE",
      order = 31,
      converter = FractionConverter.class,
      description =
          "Count the runs with at least this validation accuracy that are stopped early "
              + "(default: 0.9).")
  private Double good;

  /** Return the validation accuracy from which a stopped run counts as lost, 0 to 1. */
  public double good() {
    return good == null ? GOOD : good;
  }

  /** Return whether an accuracy was given. */
  public boolean namesAccuracy() {
    return good != null;
  }

  /** Return whether early stoppers were given. */
  public boolean namesStoppers() {
    return stoppers != null;
  }

  /** Return the first given option that does not apply to a table, if any. */
  public Optional<String> given() {
    return stoppers != null
        ? Optional.of("--stopper")
        : good != null ? Optional.of("--min-accuracy") : Optional.empty();
  }

  /** Create the early stopper of {@code choice}. */
  public static Stopper create(StopperConfig choice) {
    try {
      return choice.create();
    } catch (IllegalArgumentException e) {
      throw new UsageException("--stopper: " + e.getMessage());
    }
  }

  /** Return the requested early stoppers, with the number of classes taken from {@code runs}. */
  public List<StopperConfig> choices(List<RunRecord> runs) {
    List<String> texts = stoppers == null ? StopperType.configNames() : stoppers;
    try {
      return texts.stream()
          .map(StopperConfig::parse)
          .map(choice -> choice.withDefault("classes", classes(choice, runs)))
          .map(StopperOptionGroup::completed)
          .toList();
    } catch (IllegalArgumentException e) {
      throw new UsageException("--stopper: " + e.getMessage());
    }
  }

  /** Return {@code choice} with a default first bracket. */
  private static StopperConfig completed(StopperConfig choice) {
    return choice.options().containsKey("max_iter") ? choice : choice.withDefault("min_iter", "3");
  }

  private static OptionalInt classes(RunRecord run) {
    String name = run.plan().dataset();
    Optional<Path> folder =
        Optional.of(run.status().data()).filter(text -> !text.isEmpty()).map(Path::of);
    return DataSets.classes(name.isEmpty() ? OF_THE_STUDY : name, folder);
  }

  private static String classes(StopperConfig choice, List<RunRecord> runs) {
    if (choice.kind() != StopperType.CHANCE || choice.options().containsKey("classes")) {
      return "";
    }
    Set<Integer> classes =
        runs.stream()
            .map(StopperOptionGroup::classes)
            .filter(OptionalInt::isPresent)
            .map(OptionalInt::getAsInt)
            .collect(Collectors.toSet());
    if (classes.size() != 1) {
      throw new UsageException(
          "--stopper: the runs do not share one known data set; specify its number of "
              + "classes, such as chance:classes=10");
    }
    return Objects.toString(classes.iterator().next());
  }
}
