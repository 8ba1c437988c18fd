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
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * The contents of {@code config.yaml}, for the built-in trainer or for another program. Immutable.
 *
 * @param trainer the trainer for which the file was read
 * @param space all parameters with their values: for the built-in trainer with {@code model},
 *     {@code dataset}, {@code epochs} and {@code seed}, for another program with those of the file,
 *     and {@code seed} if there are repeats
 * @param method sampler that chooses the configurations, or the nearest to an unavailable one
 * @param runCap maximum number of configurations; empty if the file does not set it
 * @param objectives metrics that a sampler which learns from results optimises; several define a
 *     Pareto front; an empty list if the file names none
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
    TrainerSchema trainer,
    SearchSpace space,
    SamplerType method,
    OptionalInt runCap,
    List<Objective> objectives,
    Optional<StopperConfig> earlyTerminate,
    List<Constraint> constraints,
    OptionalLong samplingSeed,
    int repeats,
    OptionalInt maxRetries,
    Optional<String> unavailable,
    List<String> warnings) {
  /** Name of the parameter that differs between repeats. */
  public static final String SEED = "seed";

  /** Maximum number of values that an error message lists. */
  static final int MAX_NAMED = 12;

  /** Number of configurations in a sweep if neither the file nor the user sets it. */
  private static final int DEFAULT_RUN_CAP = 100;

  private static final Objective DEFAULT_OBJECTIVE =
      Objective.of(Metric.VAL_ACCURACY.configName(), Direction.MAXIMIZE);

  private static final String WHOLE = "0|-?[1-9]\\d{0,17}";

  public Config {
    Objects.requireNonNull(trainer);
    boolean lacksSeed = repeats > 1 && space.find(SEED).isEmpty();
    space = lacksSeed ? space.and(new FixedParameter(SEED, defaultSeed())) : space;
    space = trainer.restrict(space);
    Objects.requireNonNull(method);
    Objects.requireNonNull(runCap);
    objectives = List.copyOf(objectives);
    Objects.requireNonNull(earlyTerminate);
    constraints = List.copyOf(constraints);
    Objects.requireNonNull(samplingSeed);
    Objects.requireNonNull(maxRetries);
    Objects.requireNonNull(unavailable);
    warnings = List.copyOf(warnings);
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

  /** Return the number of configurations in a sweep, at least 1: that of the file, or 100. */
  public int runs() {
    return runCap.orElse(DEFAULT_RUN_CAP);
  }

  /** Return the objectives of the file, or maximum validation accuracy if it names none. */
  public List<Objective> objectivesOrDefault() {
    return objectives.isEmpty() ? List.of(DEFAULT_OBJECTIVE) : objectives;
  }

  /** Return the seed of the sampler. */
  public long seed() {
    return samplingSeed.orElseGet(() -> Long.parseLong(baselineSeed()));
  }

  private String baselineSeed() {
    return space
        .baseline()
        .find(SEED)
        .filter(text -> text.matches(WHOLE))
        .orElseGet(Config::defaultSeed);
  }

  private static String defaultSeed() {
    return HyperparameterRegistry.defaultValue(SEED);
  }

  /**
   * Tell whether the parameter {@code seed} has one integer value, so that repeats can count on.
   */
  public boolean countsSeeds() {
    return space
        .find(SEED)
        .filter(FixedParameter.class::isInstance)
        .filter(constant -> constant.baseline().matches(WHOLE))
        .isPresent();
  }

  /** Return a copy with the seed of the sampler, which the parameter {@code seed} takes, too. */
  public Config withSeed(long seed) {
    Config changed = space.find(SEED).isPresent() ? with(SEED, Long.toString(seed)) : this;
    return changed.with(changed.space, OptionalLong.of(seed));
  }

  /** Return a copy with every parameter of {@code pinned} fixed, as {@link #with} does. */
  public Config with(Map<String, String> pinned) {
    SearchSpace changed = space;
    for (Map.Entry<String, String> pin : pinned.entrySet()) {
      changed = fixed(changed, pin.getKey(), pin.getValue());
    }
    if (!trainer.restrict(changed).isEmpty()) {
      return with(changed, samplingSeed);
    }
    Config result = this;
    for (Map.Entry<String, String> pin : pinned.entrySet()) {
      result = result.with(pin.getKey(), pin.getValue());
    }
    return result;
  }

  private SearchSpace fixed(SearchSpace in, String name, String value) {
    trainer
        .problem(name, value)
        .ifPresent(
            problem -> {
              throw new ConfigException(List.of(problem));
            });
    return in.find(name)
        .map(known -> in.with(name, trainer.spelling(known, value)))
        .orElseGet(() -> in.and(new FixedParameter(name, value)));
  }

  /**
   * Return a copy in which parameter {@code name} is fixed at {@code value}; a parameter that the
   * file lacks is added.
   *
   * @throws ConfigException if the trainer has no such parameter or value, or every configuration
   *     with that value is forbidden
   */
  public Config with(String name, String value) {
    SearchSpace changed = fixed(space, name, value);
    if (trainer.restrict(changed).isEmpty()) {
      throw new ConfigException(
          List.of(
              "forbid of the search space excludes all configurations with %s %s"
                  .formatted(name, value)));
    }
    return with(changed, samplingSeed);
  }

  private Config with(SearchSpace other, OptionalLong seed) {
    return new Config(
        trainer,
        other,
        method,
        runCap,
        objectives,
        earlyTerminate,
        constraints,
        seed,
        repeats,
        maxRetries,
        unavailable,
        warnings);
  }
}
