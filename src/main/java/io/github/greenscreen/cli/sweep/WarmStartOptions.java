package io.github.greenscreen.cli.sweep;

import io.github.greenscreen.cli.converter.PositiveIntConverter;
import io.github.greenscreen.cli.support.RunLoader;
import io.github.greenscreen.config.TrialsReader;
import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.run.model.RunPurpose;
import io.github.greenscreen.space.Configuration;
import io.github.greenscreen.space.SearchSpace;
import io.github.greenscreen.sweep.WarmStartTrials;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options for results and configurations that a search starts with. */
final class WarmStartOptions {
  @Option(
      names = "--try",
      paramLabel = "FILE",
      order = 15,
      description = {
        "First train the configurations in this YAML file, a list such as",
        "- {lr: 0.01, batch_size: 64}; omitted parameters are as in the baseline."
      })
  private Path first;

  @Option(
      names = "--warm-start",
      paramLabel = "RUNS",
      order = 16,
      description = "Learn from the runs of an older sweep in this folder (not counted).")
  private Path older;

  @Option(
      names = "--profile-runs",
      paramLabel = "N",
      order = 17,
      converter = PositiveIntConverter.class,
      description = {
        "Before the sweep, train N configurations for 10 s each to learn their",
        "power and memory; for samplers that model constraints."
      })
  private Integer profileRuns;

  /** Return the file of the configurations to try first, if one was given. */
  Optional<Path> firstFile() {
    return Optional.ofNullable(first);
  }

  /** Return the folder of the runs to learn from, if one was given. */
  Optional<Path> olderFolder() {
    return Optional.ofNullable(older);
  }

  /** Return a warning if nothing is known of the runs to learn from. */
  Optional<String> warning() {
    return olderFolder()
        .filter(folder -> ranked().stream().noneMatch(WarmStartTrials::hasTrained))
        .map(
            folder ->
                "--warm-start: no baseline or sweep run in %s has trained an epoch; there is nothing to learn from"
                    .formatted(folder));
  }

  /** Return the number of short profiling runs before the sweep. */
  int profileRuns() {
    return profileRuns == null ? 0 : profileRuns;
  }

  /** Return the configurations to try first; an empty list if none were given. */
  List<Configuration> first(SearchSpace space) {
    return first == null ? List.of() : TrialsReader.read(first, space);
  }

  /** Return the folders of the runs to learn from. */
  List<String> known() {
    if (older == null) {
      return List.of();
    }
    Path folder = older.toAbsolutePath().normalize();
    return ranked().stream().map(run -> folder.resolve(run.name()).toString()).toList();
  }

  private List<RunRecord> ranked() {
    return RunLoader.records(older, "with --warm-start").stream()
        .filter(run -> isRanked(run.status().purpose()))
        .toList();
  }

  private static boolean isRanked(RunPurpose purpose) {
    return purpose == RunPurpose.BASELINE || purpose == RunPurpose.SWEEP;
  }
}
