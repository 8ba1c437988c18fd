package io.github.greenscreen.config;

import io.github.greenscreen.search.Constraint;
import io.github.greenscreen.search.Objective;
import io.github.greenscreen.search.sampler.SamplerType;
import io.github.greenscreen.search.stopper.StopperConfig;
import io.github.greenscreen.space.Configuration;
import io.github.greenscreen.space.FixedParameter;
import io.github.greenscreen.space.JsonSpelling;
import io.github.greenscreen.space.SearchSpace;
import io.github.greenscreen.training.hyperparameter.HyperparameterRegistry;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * The contents of a {@code config.yaml} whose trials another program carries out: parameters and
 * metrics have any names and values, and nothing is added that the file does not name. Immutable.
 *
 * @param space the parameters of the file, with values spelled as in {@link JsonSpelling}; includes
 *     {@code seed} if there are repeats
 * @param method sampler that chooses the configurations, or the nearest to an unavailable one
 * @param runCap most configurations to try; empty for no limit
 * @param objectives metrics to optimise; an empty list if the file names none
 * @param earlyTerminate early stopper; empty if the file has none
 * @param constraints upper bounds of metrics
 * @param samplingSeed seed of the sampler; empty to use the parameter {@code seed}
 * @param repeats how often every configuration is tried, at least 1
 * @param maxRetries how often a configuration that failed is tried again; empty if the file does
 *     not set it
 * @param unavailable why the file's method cannot be had, with its place and the nearest sampler;
 *     empty if it can
 * @param warnings sentences about settings that are legal but probably mistaken or without effect,
 *     each with its place in the file
 */
public record ExternalConfig(
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

  private static final String WHOLE = "0|-?[1-9]\\d{0,17}";

  public ExternalConfig {
    boolean lacksSeed = repeats > 1 && space.find(SEED).isEmpty();
    space = lacksSeed ? space.and(new FixedParameter(SEED, defaultSeed())) : space;
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

  /** Return the same for the built-in trainer, with its defaults for what the file lacks. */
  Config own() {
    return new Config(
        space,
        method,
        runCap.orElse(Config.DEFAULT_RUN_CAP),
        objectives.isEmpty() ? List.of(Config.DEFAULT_OBJECTIVE) : objectives,
        earlyTerminate,
        constraints,
        samplingSeed,
        repeats,
        maxRetries,
        unavailable,
        warnings);
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
    return samplingSeed.orElseGet(() -> Long.parseLong(seed(space.baseline())));
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
  public ExternalConfig withSeed(long seed) {
    String text = Long.toString(seed);
    ExternalConfig changed = space.find(SEED).isPresent() ? with(SEED, text) : this;
    return changed.with(changed.space, OptionalLong.of(seed));
  }

  /**
   * Return a copy in which parameter {@code name} is fixed at {@code value}; a parameter that the
   * file lacks is added.
   *
   * @throws ConfigException if every configuration with that value is forbidden
   */
  public ExternalConfig with(String name, String value) {
    SearchSpace changed =
        space
            .find(name)
            .map(known -> space.with(name, JsonSpelling.match(known, value).orElse(value)))
            .orElseGet(() -> space.and(new FixedParameter(name, value)));
    if (changed.isEmpty()) {
      throw new ConfigException(
          List.of(
              "forbid of the search space excludes all configurations with %s %s"
                  .formatted(name, value)));
    }
    return with(changed, samplingSeed);
  }

  private ExternalConfig with(SearchSpace other, OptionalLong seed) {
    return new ExternalConfig(
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

  private static String seed(Configuration baseline) {
    return baseline
        .find(SEED)
        .filter(text -> text.matches(WHOLE))
        .orElseGet(ExternalConfig::defaultSeed);
  }

  private static String defaultSeed() {
    return HyperparameterRegistry.defaultValue(SEED);
  }
}
