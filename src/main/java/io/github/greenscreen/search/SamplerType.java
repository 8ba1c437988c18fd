package io.github.greenscreen.search;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The samplers that {@code method} in {@code config.yaml} may name. */
public enum SamplerType {
  /** Configurations at random, none twice. */
  RANDOM(new RandomSampler()),
  /** Configurations in their order, the last parameter turning fastest. */
  GRID(new GridSampler()),
  /** An even filling of the space, scrambled by the seed. */
  SOBOL(new SobolSampler()),
  /** Tree-structured Parzen estimator. */
  TPE(new TpeSampler()),
  /** Bayesian optimisation with Gaussian processes. */
  BAYES(new BayesSampler()),
  /** Bayesian optimisation that avoids what would probably break a limit. */
  HYPERPOWER(HyperPowerSampler.byProbability()),
  /** Bayesian optimisation among what is expected to meet every limit. */
  HYPERPOWER_INDICATOR(HyperPowerSampler.byIndicator()),
  /** Configurations at random among what is expected to meet every limit. */
  HYPERPOWER_RANDOM(HyperPowerSampler.filteringRandom()),
  /** Evolution towards several objectives. */
  NSGA2(new NsgaSampler()),
  /** Whatever another program tries; asked for a suggestion, as {@link #TPE}. */
  ASKTELL(new TpeSampler());

  private final Sampler sampler;

  SamplerType(Sampler sampler) {
    this.sampler = sampler;
  }

  /** Return the spelling in {@code config.yaml}. */
  public String spelling() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Return what chooses the configurations. */
  public Sampler sampler() {
    return sampler;
  }

  /** Return the method spelled {@code text} if there is one. */
  public static Optional<SamplerType> find(String text) {
    return Arrays.stream(values()).filter(method -> method.spelling().equals(text)).findFirst();
  }

  /** Return the spellings of all methods in their order. */
  public static List<String> spellings() {
    return Arrays.stream(values()).map(SamplerType::spelling).toList();
  }
}
