package io.github.greenscreen.search.sampler;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The samplers that {@code method} in {@code config.yaml} can select. */
public enum SamplerType {
  /** Random configurations without repetition. */
  RANDOM(new RandomSampler()),
  /** All configurations in order; the last parameter changes fastest. */
  GRID(new GridSampler()),
  /** Sobol sequence, scrambled by the seed. */
  SOBOL(new SobolSampler()),
  /** Tree-structured Parzen estimator. */
  TPE(new TpeSampler()),
  /** Bayesian optimisation with Gaussian processes. */
  BAYES(new BayesSampler()),
  /** Constrained Bayesian optimisation, by the probability that every limit is met. */
  HYPERPOWER(HyperPowerSampler.byProbability()),
  /** Constrained Bayesian optimisation, among configurations predicted to meet every limit. */
  HYPERPOWER_INDICATOR(HyperPowerSampler.byIndicator()),
  /** Random configurations predicted to meet every limit. */
  HYPERPOWER_RANDOM(HyperPowerSampler.filteringRandom()),
  /** Multi-objective evolution. */
  NSGA2(new NsgaSampler()),
  /** Trials chosen by another program; suggestions come from {@link #TPE}. */
  ASKTELL(new TpeSampler());

  private final Sampler sampler;

  SamplerType(Sampler sampler) {
    this.sampler = sampler;
  }

  /** Return the spelling in {@code config.yaml}. */
  public String configName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Return the sampler. */
  public Sampler sampler() {
    return sampler;
  }

  /** Return the spellings of the types that choose configurations themselves. */
  public static List<String> builtInNames() {
    return configNames().stream().filter(name -> !name.equals(ASKTELL.configName())).toList();
  }

  /** Return the sampler type spelled {@code text} if it exists. */
  public static Optional<SamplerType> find(String text) {
    return Arrays.stream(values()).filter(method -> method.configName().equals(text)).findFirst();
  }

  /** Return the spellings of all types in their order. */
  public static List<String> configNames() {
    return Arrays.stream(values()).map(SamplerType::configName).toList();
  }
}
