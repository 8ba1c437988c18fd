package io.github.greenscreen.cli.option;

import io.github.greenscreen.asktell.SearchOptions;
import io.github.greenscreen.cli.converter.PositiveIntConverter;
import io.github.greenscreen.cli.converter.SeedConverter;
import io.github.greenscreen.cli.support.ExceptionHandler;
import io.github.greenscreen.cli.support.UsageException;
import io.github.greenscreen.config.Config;
import io.github.greenscreen.config.ConfigReader;
import io.github.greenscreen.config.ConfigWarnings;
import io.github.greenscreen.data.DataSets;
import io.github.greenscreen.failure.FailureReason;
import io.github.greenscreen.space.DidYouMean;
import io.github.greenscreen.space.JsonSpelling;
import io.github.greenscreen.space.Parameter;
import io.github.greenscreen.space.SearchSpace;
import io.github.greenscreen.training.hyperparameter.ConfigChoice;
import io.github.greenscreen.training.hyperparameter.HyperparameterRegistry;
import io.github.greenscreen.training.hyperparameter.LrSchedule;
import io.github.greenscreen.training.hyperparameter.NetworkKind;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** Options for the search space: {@code config.yaml}, and values fixed on the command line. */
public final class SpaceOptions implements SearchOptions {
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
          "Seed for sampling, splits, weights and augmentation (default: from config.yaml).")
  private Long seed;

  @Option(
      names = "--dataset",
      paramLabel = "NAME",
      order = 14,
      description = "cifar10, cifar100, shapes or folder (default: from config.yaml).")
  private String dataset;

  @Option(
      names = "--weights",
      paramLabel = "FILE",
      order = 15,
      description =
          "Begin with the pretrained weights in FILE: .safetensors, .pth or .pt (default: from"
              + " config.yaml).")
  private String weights;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  /** Read as {@link #read}, and print the warnings to the command's error stream. */
  public Config readAndWarn() {
    return warned(read());
  }

  /** Read as {@link #readExternal}, and print the warnings to the command's error stream. */
  @Override
  public Config readExternalAndWarn() {
    return warned(readExternal());
  }

  private Config warned(Config config) {
    PrintWriter err = command.commandLine().getErr();
    ConfigWarnings.of(config)
        .forEach(sentence -> ExceptionHandler.say(err, "warning: " + sentence));
    return config;
  }

  /** Read the file and apply the values fixed on the command line. */
  public Config read() {
    Config file = ConfigReader.read(file());
    Map<String, String> pinned = pinned();
    Config result = file.with(pinned);
    refuseUnused(pinned, result.space());
    return seeded(result);
  }

  /** Read the file for another program and apply the values fixed on the command line. */
  public Config readExternal() {
    Config file = original();
    return seeded(file.with(pinned(file.space())));
  }

  @Override
  public Config original() {
    return ConfigReader.readExternal(file());
  }

  private Config seeded(Config config) {
    return seed == null ? config : config.withSeed(seed);
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
    List<String> problems = new ArrayList<>();
    Map<String, String> result = set(HyperparameterRegistry::problem, problems);
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
    if (weights != null) {
      HyperparameterRegistry.problem(HyperparameterRegistry.WEIGHTS, weights)
          .ifPresent(problem -> problems.add("--weights: " + problem));
      add(result, "--weights", HyperparameterRegistry.WEIGHTS, weights, problems);
    }
    if (dataset == null && dataHoldsImages()) {
      result.putIfAbsent("dataset", DataSets.FOLDER);
    }
    refuse(problems);
    result.replaceAll(HyperparameterRegistry::recorded);
    return result;
  }

  /** Return whether the option {@code --data} of the command names a folder of class folders. */
  private boolean dataHoldsImages() {
    ParseResult parsed = command.commandLine().getParseResult();
    Path folder = parsed == null ? null : parsed.matchedOptionValue("--data", (Path) null);
    return folder != null && DataSets.isFolderOfImages(folder);
  }

  /**
   * Return the values fixed on the command line for parameters of {@code space}, which belongs to
   * another program and allows any values; the seed is left out.
   *
   * @throws UsageException with all errors, one per line
   */
  @Override
  public Map<String, String> pinned(SearchSpace space) {
    List<String> problems = new ArrayList<>();
    Map<String, String> result = set((name, value) -> problem(space, name, value), problems);
    if (epochs != null) {
      add(result, "--epochs", "epochs", epochs.toString(), problems);
    }
    if (dataset != null) {
      add(result, "--dataset", "dataset", dataset, problems);
    }
    if (weights != null) {
      add(result, "--weights", HyperparameterRegistry.WEIGHTS, weights, problems);
    }
    refuse(problems);
    result.replaceAll(
        (name, value) ->
            space.find(name).flatMap(known -> JsonSpelling.match(known, value)).orElse(value));
    return result;
  }

  /** Return the file given on the command line; empty if there is none. */
  @Override
  public Optional<Path> given() {
    return Optional.ofNullable(config);
  }

  /** Return the seed given on the command line; empty if there is none. */
  @Override
  public OptionalLong seed() {
    return seed == null ? OptionalLong.empty() : OptionalLong.of(seed);
  }

  private Map<String, String> set(
      BiFunction<String, String, Optional<String>> check, List<String> problems) {
    Map<String, String> result = new LinkedHashMap<>();
    for (String pin : pins) {
      int equals = pin.indexOf('=');
      if (equals < 1) {
        problems.add("--set: found \"" + pin + "\", expected NAME=VALUE such as lr=0.01");
      } else {
        String name = pin.substring(0, equals).strip();
        String value = pin.substring(equals + 1).strip();
        check.apply(name, value).ifPresent(problem -> problems.add("--set: " + problem));
        add(result, "--set " + name, name, value, problems);
      }
    }
    return result;
  }

  private static Optional<String> problem(SearchSpace space, String name, String value) {
    Optional<Parameter> parameter = space.find(name);
    if (parameter.isEmpty()) {
      List<String> names = space.parameters().stream().map(Parameter::name).toList();
      return Optional.of(
          "the search space has no parameter \"%s\"; expected one of %s%s"
              .formatted(name, String.join(", ", names), DidYouMean.hint(name, names)));
    }
    boolean compound = value.startsWith("[") || value.startsWith("{") || value.startsWith("\"");
    return compound && JsonSpelling.match(parameter.get(), value).isEmpty()
        ? Optional.of(
            "%s has no value %s; add it to the values in the file first".formatted(name, value))
        : Optional.empty();
  }

  private static void refuse(List<String> problems) {
    if (!problems.isEmpty()) {
      throw new UsageException(String.join("\n", problems));
    }
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

  /** Return the text of the configuration file. */
  @Override
  public String text() {
    try {
      return Files.readString(file());
    } catch (IOException e) {
      throw new UsageException(file() + " cannot be read: " + FailureReason.of(e));
    }
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
