package io.github.greenscreen.config;

import io.github.greenscreen.search.Constraint;
import io.github.greenscreen.search.Direction;
import io.github.greenscreen.search.Metric;
import io.github.greenscreen.search.Objective;
import io.github.greenscreen.search.sampler.SamplerType;
import io.github.greenscreen.search.stopper.StopperConfig;
import io.github.greenscreen.space.FixedParameter;
import io.github.greenscreen.space.SearchSpace;
import io.github.greenscreen.training.hyperparameter.HyperparameterRegistry;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * The contents of {@code config.yaml}. Immutable.
 *
 * @param space all parameters with their values; always includes {@code model}, {@code dataset},
 *     {@code epochs} and {@code seed}
 * @param method sampler that chooses the configurations, or the nearest to an unavailable one
 * @param runCap default number of configurations in a sweep, at least 1
 * @param objectives metrics that a sampler which learns from results optimises, at least one;
 *     several define a Pareto front
 * @param earlyTerminate early stopper; empty if every run trains to its end
 * @param constraints constraints that every run must satisfy
 * @param samplingSeed seed of the sampler; empty to use the seed of the runs
 * @param repeats how often every configuration is trained, at least 1
 * @param maxRetries how often a failed run is retried; empty if the file does not set it
 * @param unavailable why the file's method cannot be had, with its place and the nearest sampler;
 *     empty if it can
 * @param warnings sentences about settings that are legal but probably mistaken or without effect,
 *     each with its place in the file
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
    OptionalInt maxRetries,
    Optional<String> unavailable,
    List<String> warnings) {
  /** Number of configurations in a sweep if neither the file nor the user sets it. */
  public static final int DEFAULT_RUN_CAP = 100;

  /** Objective if the file does not set one. */
  public static final Objective DEFAULT_OBJECTIVE =
      Objective.of(Metric.VAL_ACCURACY.configName(), Direction.MAXIMIZE);

  /** Parameters that every run needs. */
  static final List<String> INDISPENSABLE = List.of("model", "dataset", "epochs", "seed");

  /** Maximum number of values that an error message lists. */
  static final int MAX_NAMED = 12;

  public Config {
    space = complete(Objects.requireNonNull(space));
    Objects.requireNonNull(method);
    objectives = List.copyOf(objectives);
    Objects.requireNonNull(earlyTerminate);
    constraints = List.copyOf(constraints);
    Objects.requireNonNull(samplingSeed);
    Objects.requireNonNull(maxRetries);
    Objects.requireNonNull(unavailable);
    warnings = List.copyOf(warnings);
    if (objectives.isEmpty() || runCap < 1 || repeats < 1) {
      throw new IllegalArgumentException("a sweep needs an objective, a run and a repeat");
    }
  }

  /**
   * Return a configuration that searches {@code space} by {@code method}, with defaults for
   * everything else.
   */
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
        OptionalInt.empty(),
        Optional.empty(),
        List.of());
  }

  /**
   * Return the sampler.
   *
   * @throws ConfigException if the file asks for one that cannot be had
   */
  @Override
  public SamplerType method() {
    unavailable.ifPresent(
        sentence -> {
          throw new ConfigException(List.of(sentence));
        });
    return method;
  }

  /** Return the seed of the sampler. */
  public long seed() {
    return samplingSeed.orElseGet(() -> Long.parseLong(space.baseline().get("seed")));
  }

  /** Return a copy that uses {@code seed} for both the sampler and the runs. */
  public Config withSeed(long seed) {
    return copy(with("seed", Long.toString(seed)).space, OptionalLong.of(seed));
  }

  /**
   * Return a copy in which parameter {@code name} is fixed at {@code value}.
   *
   * @throws ConfigException if no such parameter exists or it must not have that value
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
    return copy(changed, samplingSeed);
  }

  private Config copy(SearchSpace space, OptionalLong samplingSeed) {
    return new Config(
        space,
        method,
        runCap,
        objectives,
        earlyTerminate,
        constraints,
        samplingSeed,
        repeats,
        maxRetries,
        unavailable,
        warnings);
  }

  /**
   * Add the parameters that every run needs, with their default values, if {@code space} lacks
   * them.
   */
  static SearchSpace complete(SearchSpace space) {
    SearchSpace result = space;
    for (String name : INDISPENSABLE) {
      if (result.find(name).isEmpty()) {
        result = result.and(new FixedParameter(name, HyperparameterRegistry.defaultValue(name)));
      }
    }
    return result;
  }
}
