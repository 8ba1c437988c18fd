package io.github.greenscreen.config;

import io.github.greenscreen.config.syntax.ConfigErrors;
import io.github.greenscreen.config.syntax.MappingFields;
import io.github.greenscreen.config.syntax.MappingFields.Field;
import io.github.greenscreen.config.syntax.ScalarParser;
import io.github.greenscreen.search.sampler.SamplerType;
import io.github.greenscreen.search.stopper.StopperType;
import io.github.greenscreen.space.DidYouMean;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Reads {@code method} and {@code scheduler}. Weights &amp; Biases hands a sweep with {@code
 * method: custom} to the engine that {@code scheduler} names, which greenscreen does not have: the
 * search space can still be read, but the sweep needs another method.
 */
final class SamplerSection {
  static final String METHOD = "method";
  static final String SCHEDULER = "scheduler";

  /** The method of sweeps that another engine schedules. */
  private static final String CUSTOM = "custom";

  /** Weights &amp; Biases' own engine, whose methods are available. */
  private static final String OWN_ENGINE = "wandb";

  /** Engines that cannot be had, by their spelling in {@code scheduler.engine}. */
  private static final Map<String, String> ENGINES = Map.of("optuna", "Optuna", "ax", "Ax");

  /**
   * The sampler of a sweep.
   *
   * @param sampler the sampler, or the nearest to an unavailable one
   * @param unavailable why the method cannot be had, with its place; empty if it can
   */
  record Method(SamplerType sampler, Optional<String> unavailable) {}

  private final ConfigErrors problems;

  SamplerSection(ConfigErrors problems) {
    this.problems = problems;
  }

  /** Return the sampler for one objective, or for {@code several}; random if none is named. */
  Method read(MappingFields root, boolean several) {
    Optional<Field> method = root.find(METHOD);
    Optional<Field> scheduler = root.find(SCHEDULER);
    String text = method.map(field -> ScalarParser.text(field.value())).orElse("");
    Optional<String> engine = scheduler.flatMap(this::engine);
    boolean foreign = text.equals(CUSTOM) || ENGINES.containsKey(text);
    if (foreign || (method.isEmpty() && engine.isPresent())) {
      String name = method.isEmpty() ? SCHEDULER : METHOD + " " + text;
      return unavailable(
          method.or(() -> scheduler).orElseThrow().key(),
          method.isPresent() && scheduler.isPresent() ? name + " with " + SCHEDULER : name,
          ENGINES.containsKey(text) ? Optional.of(text) : engine,
          several);
    }
    scheduler.filter(field -> !isOwnEngine(field)).ifPresent(this::passOver);
    return new Method(method.flatMap(this::sampler).orElse(SamplerType.RANDOM), Optional.empty());
  }

  /** Return the function that defines the search space in place of {@code parameters}, if any. */
  static Optional<String> searchSpace(MappingFields root) {
    return root.find(SCHEDULER)
        .map(field -> text(field, "search_space"))
        .filter(function -> !function.isEmpty());
  }

  private Method unavailable(Node place, String what, Optional<String> engine, boolean several) {
    SamplerType nearest = nearest(engine, several);
    String sentence =
        "%s is not available: W&B hands such a sweep to %s; choose method: %s, the nearest sampler for %s"
            .formatted(
                what,
                engine.map(ENGINES::get).orElse("Optuna or Ax"),
                nearest.configName(),
                several ? "several objectives" : "one objective");
    return new Method(nearest, Optional.of(problems.placed(place, sentence)));
  }

  /** Ax models results by Gaussian processes, and Optuna by a Parzen estimator or NSGA-II. */
  private static SamplerType nearest(Optional<String> engine, boolean several) {
    if (engine.equals(Optional.of("ax"))) {
      return SamplerType.BAYES;
    }
    return several ? SamplerType.NSGA2 : SamplerType.TPE;
  }

  /** Return the engine that {@code scheduler} names and that cannot be had. */
  private Optional<String> engine(Field scheduler) {
    if (!(scheduler.value() instanceof MappingNode)) {
      problems.add(scheduler.value(), "scheduler has no engine; expected {engine: wandb}");
      return Optional.empty();
    }
    String text =
        (text(scheduler, "engine") + " " + text(scheduler, "job")).toLowerCase(Locale.ROOT);
    return ENGINES.keySet().stream()
        .sorted()
        .filter(name -> text.matches("(.*[^a-z])?" + name + "([^a-z].*)?"))
        .findFirst();
  }

  private static boolean isOwnEngine(Field scheduler) {
    return text(scheduler, "engine").equals(OWN_ENGINE);
  }

  private void passOver(Field scheduler) {
    problems.warn(
        scheduler.key(),
        "scheduler has no effect: method chooses the configurations, and --parallel sets how many"
            + " runs train at a time");
  }

  /** Return the text of {@code key} in {@code scheduler}; an empty string if it has none. */
  private static String text(Field scheduler, String key) {
    return scheduler.value() instanceof MappingNode mapping
        ? new MappingFields(mapping, new ConfigErrors(""))
            .find(key)
            .map(field -> ScalarParser.text(field.value()))
            .orElse("")
        : "";
  }

  private Optional<SamplerType> sampler(Field field) {
    String text = ScalarParser.text(field.value());
    Optional<SamplerType> method = SamplerType.find(text);
    if (method.isEmpty()) {
      String expected = "; expected one of " + String.join(", ", SamplerType.configNames());
      problems.add(
          field.value(),
          StopperType.find(text).isPresent()
              ? "method %s is an early stopper; use early_terminate: {type: %s} for it%s"
                  .formatted(text, text, expected)
              : "unknown method \"%s\"%s%s"
                  .formatted(text, expected, DidYouMean.hint(text, SamplerType.configNames())));
    }
    return method;
  }
}
