package io.github.greenscreen.cli.sweep;

import io.github.greenscreen.cli.converter.PositiveIntConverter;
import io.github.greenscreen.cli.support.RunLoader;
import io.github.greenscreen.cli.support.UsageException;
import io.github.greenscreen.config.Config;
import io.github.greenscreen.config.TrialsReader;
import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.run.model.RunPurpose;
import io.github.greenscreen.search.Metric;
import io.github.greenscreen.search.Trial;
import io.github.greenscreen.search.sampler.SamplerType;
import io.github.greenscreen.space.Configuration;
import io.github.greenscreen.space.SearchSpace;
import io.github.greenscreen.sweep.WarmStartTrials;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** Options for results and configurations that a search starts with. */
final class WarmStartOptions {
  /** Samplers that model constraints. */
  private static final Set<SamplerType> LEARNING =
      EnumSet.of(
          SamplerType.BAYES,
          SamplerType.HYPERPOWER,
          SamplerType.HYPERPOWER_INDICATOR,
          SamplerType.HYPERPOWER_RANDOM);

  /** Metrics that a profiling run measures. */
  private static final List<String> PROFILED =
      List.of(Metric.POWER.configName(), Metric.GPU_MEMORY.configName());

  @Option(
      names = "--try",
      paramLabel = "FILE",
      order = 15,
      description = {
        "First train the configurations in this YAML file, a list such as",
        "- {lr: 0.01, batch_size: 64}; omitted parameters take their baseline",
        "values."
      })
  private Path first;

  @Option(
      names = "--warm-start",
      paramLabel = "RUNS",
      order = 16,
      description =
          "Learn from the runs of an earlier sweep in this folder; they do not count towards -n.")
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

  /** Return a warning if a search of {@code space} learns nothing from the runs to learn from. */
  Optional<String> warning(SearchSpace space) {
    if (older == null) {
      return Optional.empty();
    }
    if (ranked().stream().noneMatch(WarmStartTrials::hasTrained)) {
      return Optional.of(
          ("--warm-start: no baseline or sweep run in %s has trained an epoch; there is nothing to "
                  + "learn from")
              .formatted(older));
    }
    List<Trial> trials = new WarmStartTrials(older, space).trials(known());
    return trials.stream().anyMatch(trial -> space.project(trial.configuration()).isPresent())
        ? Optional.empty()
        : Optional.of(
            "--warm-start: no run in %s lies in the search space; there is nothing to learn from"
                .formatted(older));
  }

  /** Return the number of short profiling runs before the sweep. */
  int profileRuns() {
    return profileRuns == null ? 0 : profileRuns;
  }

  /** Reject profiling if the sampler of {@code config} learns nothing from it. */
  void checkProfiling(Config config) {
    boolean learns =
        LEARNING.contains(config.method())
            && config.constraints().stream().anyMatch(limit -> PROFILED.contains(limit.metric()));
    if (profileRuns != null && !learns) {
      throw new UsageException(
          ("--profile-runs: method %s with %s learns nothing from profiling runs; choose one of %s "
                  + "and a constraint on %s, or remove the option")
              .formatted(
                  config.method().configName(),
                  config.constraints().isEmpty() ? "no constraints" : "these constraints",
                  LEARNING.stream().map(SamplerType::configName).collect(Collectors.joining(", ")),
                  String.join(" or ", PROFILED)));
    }
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
