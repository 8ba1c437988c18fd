package io.github.greenscreen.config;

import io.github.greenscreen.search.Constraint;
import io.github.greenscreen.search.Direction;
import io.github.greenscreen.search.Metric;
import io.github.greenscreen.search.Objective;
import io.github.greenscreen.search.SamplerType;
import io.github.greenscreen.search.StopperConfig;
import io.github.greenscreen.space.FixedParameter;
import io.github.greenscreen.space.SearchSpace;
import io.github.greenscreen.training.HyperparameterRegistry;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What {@code config.yaml} says. Immutable.
 *
 * @param space every parameter and its values; {@code model}, {@code dataset}, {@code epochs} and
 *     {@code seed} are always among them
 * @param method how configurations are chosen
 * @param runCap configurations in a sweep unless told otherwise, at least 1
 * @param objectives what a method that learns from results should improve, at least one; several
 *     ask for a Pareto front
 * @param earlyTerminate what ends runs early, empty where every run trains to its end
 * @param constraints what every run must meet
 * @param samplingSeed seed of the choice of configurations; empty to take the seed of the runs
 * @param repeats how often every configuration is trained, at least 1
 * @param maxRetries how often a run that failed is tried again; empty where the file does not say
 */
public record Config(
    SearchSpace space,
    SamplerType method,
    int runCap,
    List<Objective> objectives,
    Optional<StopperConfig> earlyTerminate,
    List<Constraint> constraints,
    OptionalLong samplingSeed,
    int repeats,
    OptionalInt maxRetries) {
  /** Configurations in a sweep where neither the file nor the user says. */
  public static final int DEFAULT_RUN_CAP = 100;

  /** What is improved where the file does not say. */
  public static final Objective DEFAULT_OBJECTIVE =
      Objective.of(Metric.VAL_ACCURACY.spelling(), Direction.MAXIMIZE);

  /** Parameters without which no run can be planned. */
  static final List<String> INDISPENSABLE = List.of("model", "dataset", "epochs", "seed");

  /** How many values of a long list a sentence names. */
  static final int MOST_NAMED = 12;

  public Config {
    space = complete(Objects.requireNonNull(space));
    Objects.requireNonNull(method);
    objectives = List.copyOf(objectives);
    Objects.requireNonNull(earlyTerminate);
    constraints = List.copyOf(constraints);
    Objects.requireNonNull(samplingSeed);
    Objects.requireNonNull(maxRetries);
    if (objectives.isEmpty() || runCap < 1 || repeats < 1) {
      throw new IllegalArgumentException("a sweep needs an objective, a run and a repeat");
    }
  }

  /** Search {@code space} by {@code method}, everything else as where the file does not say. */
  public static Config of(SearchSpace space, SamplerType method) {
    return new Config(
        space,
        method,
        DEFAULT_RUN_CAP,
        List.of(DEFAULT_OBJECTIVE),
        Optional.empty(),
        List.of(),
        OptionalLong.empty(),
        1,
        OptionalInt.empty());
  }

  /** Return the seed of the choice of configurations. */
  public long seed() {
    return samplingSeed.orElseGet(() -> Long.parseLong(space.baseline().get("seed")));
  }

  /** Return a copy in which configurations are chosen and runs trained with {@code seed}. */
  public Config withSeed(long seed) {
    Config changed = with("seed", Long.toString(seed));
    return new Config(
        changed.space,
        method,
        runCap,
        objectives,
        earlyTerminate,
        constraints,
        OptionalLong.of(seed),
        repeats,
        maxRetries);
  }

  /**
   * Return a copy in which {@code name} is the constant {@code value}, whatever it was before.
   *
   * @throws ConfigException where there is no such parameter or it may not have that value
   */
  public Config with(String name, String value) {
    HyperparameterRegistry.problem(name, value)
        .ifPresent(
            problem -> {
              throw new ConfigException(List.of(problem));
            });
    boolean known = space.find(name).isPresent();
    SearchSpace changed =
        known ? space.with(name, value) : space.and(new FixedParameter(name, value));
    if (changed.isEmpty()) {
      throw new ConfigException(
          List.of(
              "forbid of the search space excludes all configurations with %s %s"
                  .formatted(name, value)));
    }
    return new Config(
        changed,
        method,
        runCap,
        objectives,
        earlyTerminate,
        constraints,
        samplingSeed,
        repeats,
        maxRetries);
  }

  /** Add the constants without which no run can be planned, where {@code space} lacks them. */
  static SearchSpace complete(SearchSpace space) {
    SearchSpace result = space;
    for (String name : INDISPENSABLE) {
      if (result.find(name).isEmpty()) {
        result = result.and(new FixedParameter(name, HyperparameterRegistry.fallback(name)));
      }
    }
    return result;
  }
}
