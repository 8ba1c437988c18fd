package io.github.greenscreen.asktell;

import io.github.greenscreen.config.Config;
import io.github.greenscreen.run.model.AskTellStudy;
import io.github.greenscreen.run.model.TrialReport;
import io.github.greenscreen.search.Objective;
import io.github.greenscreen.search.Trial;
import io.github.greenscreen.search.sampler.SamplerType;
import io.github.greenscreen.space.Configuration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The trial that a report is about: the one of its number, a pending one of its configuration, or a
 * new one that the other program chose itself.
 */
final class ReportedTrial {
  /** Samplers that need no results. */
  private static final Set<SamplerType> WITHOUT_RESULTS =
      EnumSet.of(SamplerType.RANDOM, SamplerType.GRID, SamplerType.SOBOL);

  private final Config config;
  private final AskTellStudy study;
  private final TrialReport told;
  private final Trial trial;

  /**
   * Find the trial of {@code study} that {@code told} is about.
   *
   * @throws AskTellException if the study has no such trial, or the report lacks an objective
   */
  ReportedTrial(Config config, AskTellStudy study, TrialReport told) {
    this.config = config;
    this.study = study;
    this.told = told;
    this.trial = told.trial().isPresent() ? suggested(told.trial().getAsInt()) : tried();
    refuseLack();
  }

  /** Return the trial with the reported state and metrics. */
  Trial trial() {
    return trial;
  }

  /** Return the study with the trial. */
  AskTellStudy study() {
    boolean isNew = study.trials().stream().noneMatch(old -> old.number() == trial.number());
    return isNew ? study.withOwn(trial) : study.with(trial);
  }

  private Trial suggested(int number) {
    Trial known =
        study.trials().stream()
            .filter(one -> one.number() == number)
            .findFirst()
            .orElseThrow(() -> unknown(number));
    told.configuration().map(this::adapted).ifPresent(claimed -> refuseOther(known, claimed));
    return with(number, known.configuration());
  }

  private AskTellException unknown(int number) {
    int last = study.nextNumber() - 1;
    return new AskTellException(
        "trial %s was not suggested; expected one of 1 to %s".formatted(number, last));
  }

  /** A program may send back what it was given, but not the result of something else. */
  private void refuseOther(Trial known, Configuration claimed) {
    claimed
        .values()
        .forEach(
            (name, value) -> {
              String given = known.configuration().find(name).orElse(value);
              if (!given.equals(value)) {
                throw new AskTellException(
                    ("tell: trial %s was suggested with %s %s, but the report has %s; leave out "
                            + "trial to report another configuration")
                        .formatted(known.number(), name, given, value));
              }
            });
  }

  private Trial tried() {
    Configuration configuration = adapted(told.configuration().orElseThrow());
    return study.trials().stream()
        .filter(one -> one.state() == Trial.State.PENDING)
        .filter(one -> isOf(one, configuration))
        .findFirst()
        .map(one -> with(one.number(), one.configuration()))
        .orElseGet(() -> with(study.nextNumber(), configuration));
  }

  /** A report that names no seed belongs to any repeat. */
  private boolean isOf(Trial pending, Configuration configuration) {
    boolean seedless =
        config.repeats() > 1 && told.configuration().flatMap(c -> c.find(Config.SEED)).isEmpty();
    Optional<String> seed = pending.configuration().find(Config.SEED);
    Configuration like =
        seedless && seed.isPresent() ? configuration.with(Config.SEED, seed.get()) : configuration;
    return pending.configuration().equals(like);
  }

  /** Return {@code tried} in the spelling of the space; repeats may have any seed. */
  private Configuration adapted(Configuration tried) {
    ExternalTrialAdapter adapter = new ExternalTrialAdapter(config.space());
    Optional<String> seed = config.repeats() > 1 ? tried.find(Config.SEED) : Optional.empty();
    if (seed.isEmpty()) {
      return adapter.adapt(tried);
    }
    String first = config.space().baseline().get(Config.SEED);
    return adapter.adapt(tried.with(Config.SEED, first)).with(Config.SEED, seed.get());
  }

  /** Metrics without a value are kept as NaN: they show that the trial was measured. */
  private Trial with(int number, Configuration configuration) {
    Map<String, Double> metrics = new HashMap<>(told.metrics());
    told.unknown().forEach(name -> metrics.put(name, Double.NaN));
    return new Trial(number, configuration, told.state(), metrics, List.of());
  }

  /**
   * Reject a completed trial without its objective: the sampler cannot learn from it, and the
   * metric name may be a typo.
   */
  private void refuseLack() {
    for (Objective objective : needed()) {
      String name = objective.metric();
      if (trial.state() == Trial.State.COMPLETED && !trial.metrics().containsKey(name)) {
        throw new AskTellException(
            ("trial %s was reported as completed without its objective %s%s; add it to "
                    + "metrics, or report state failed")
                .formatted(trial.number(), name, found()));
      }
    }
  }

  private List<Objective> needed() {
    boolean learns = SamplerType.find(study.method()).filter(WITHOUT_RESULTS::contains).isEmpty();
    return learns ? config.objectivesOrDefault() : config.objectives();
  }

  private String found() {
    return trial.metrics().isEmpty()
        ? ""
        : " (found " + String.join(", ", new TreeSet<>(trial.metrics().keySet())) + ")";
  }
}
