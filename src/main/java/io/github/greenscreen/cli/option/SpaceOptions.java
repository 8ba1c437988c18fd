package io.github.greenscreen.cli.option;

import io.github.greenscreen.cli.converter.PositiveIntConverter;
import io.github.greenscreen.cli.converter.SeedConverter;
import io.github.greenscreen.cli.support.UsageException;
import io.github.greenscreen.config.Config;
import io.github.greenscreen.config.ConfigReader;
import io.github.greenscreen.space.SearchSpace;
import io.github.greenscreen.training.hyperparameter.ConfigChoice;
import io.github.greenscreen.training.hyperparameter.HyperparameterRegistry;
import io.github.greenscreen.training.hyperparameter.LrSchedule;
import io.github.greenscreen.training.hyperparameter.NetworkKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** Options for the search space: {@code config.yaml}, and values fixed on the command line. */
public final class SpaceOptions {
  @Option(
      names = "--config",
      paramLabel = "FILE",
      order = 10,
      description = "Search space (default: ./config.yaml, else the built-in one).")
  private Path config;

  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      order = 11,
      description = "Fix a parameter to a value; may be repeated.")
  private List<String> pins = new ArrayList<>();

  @Option(
      names = "--epochs",
      paramLabel = "N",
      order = 12,
      converter = PositiveIntConverter.class,
      description = "Epochs per run (default: from config.yaml).")
  private Integer epochs;

  @Option(
      names = "--seed",
      paramLabel = "N",
      order = 13,
      converter = SeedConverter.class,
      description =
          "Seed of sampling, splits, weights and augmentation (default: from config.yaml).")
  private Long seed;

  @Option(
      names = "--dataset",
      paramLabel = "NAME",
      order = 14,
      description = "cifar10, cifar100 or shapes (default: from config.yaml).")
  private String dataset;

  /** Read the file and apply the values fixed on the command line. */
  public Config read() {
    Config result = ConfigReader.read(file());
    Map<String, String> pinned = pinned();
    for (Map.Entry<String, String> pin : pinned.entrySet()) {
      result = result.with(pin.getKey(), pin.getValue());
    }
    refuseUnused(pinned, result.space());
    return seed == null ? result : result.withSeed(seed);
  }

  /** Reject values that no configuration of {@code space} uses. */
  private static void refuseUnused(Map<String, String> pinned, SearchSpace space) {
    if (pinned.containsKey("stem") && values(space, "model").noneMatch(SpaceOptions::hasStem)) {
      throw new UsageException(
          "--set stem: model %s has only one stem; remove it"
              .formatted(values(space, "model").collect(Collectors.joining(", "))));
    }
    String constant = LrSchedule.CONSTANT.configName();
    if (pinned.containsKey("decay_steps")
        && values(space, "lr_schedule").allMatch(constant::equals)) {
      throw new UsageException(
          "--set decay_steps: lr_schedule %s does not decay; remove it, or choose another schedule"
              .formatted(constant));
    }
  }

  private static Stream<String> values(SearchSpace space, String name) {
    return space
        .find(name)
        .map(parameter -> parameter.values().stream())
        .orElseGet(() -> Stream.of(HyperparameterRegistry.defaultValue(name)));
  }

  private static boolean hasStem(String model) {
    return ConfigChoice.find(NetworkKind.class, model).filter(NetworkKind::hasStem).isPresent();
  }

  /**
   * Return the values fixed on the command line, validated, by parameter name.
   *
   * @throws UsageException with all errors, one per line
   */
  public Map<String, String> pinned() {
    Map<String, String> result = new LinkedHashMap<>();
    List<String> problems = new ArrayList<>();
    for (String pin : pins) {
      int equals = pin.indexOf('=');
      if (equals < 1) {
        problems.add("--set: found \"" + pin + "\", expected NAME=VALUE such as lr=0.01");
      } else {
        String name = pin.substring(0, equals).strip();
        String value = pin.substring(equals + 1).strip();
        HyperparameterRegistry.problem(name, value)
            .ifPresent(problem -> problems.add("--set: " + problem));
        add(result, "--set " + name, name, value, problems);
      }
    }
    if (epochs != null) {
      add(result, "--epochs", "epochs", epochs.toString(), problems);
    }
    if (seed != null) {
      add(result, "--seed", "seed", seed.toString(), problems);
    }
    if (dataset != null) {
      HyperparameterRegistry.problem("dataset", dataset)
          .ifPresent(problem -> problems.add("--dataset: " + problem));
      add(result, "--dataset", "dataset", dataset, problems);
    }
    if (!problems.isEmpty()) {
      throw new UsageException(String.join("\n", problems));
    }
    return result;
  }

  private static void add(
      Map<String, String> pinned, String option, String name, String value, List<String> problems) {
    String other = pinned.putIfAbsent(name, value);
    if (other != null && !other.equals(value)) {
      problems.add(
          "%s: found %s, but --set %s is %s; remove one of them"
              .formatted(option, value, name, other));
    }
  }

  /** Return the configuration file that was given; empty for the default. */
  public Optional<Path> given() {
    return Optional.ofNullable(config);
  }

  /** Return the configuration file. */
  public Path file() {
    if (config != null) {
      return config;
    }
    Path here = Path.of("config.yaml");
    String home = System.getProperty("greenscreen.home", "");
    return Files.exists(here) || home.isEmpty() ? here : Path.of(home).resolve(here);
  }
}
