package io.github.greenscreen.cli.asktell;

import io.github.greenscreen.cli.option.SpaceOptions;
import io.github.greenscreen.cli.support.UsageException;
import io.github.greenscreen.cli.sweep.SweepDefinition;
import io.github.greenscreen.config.Config;
import io.github.greenscreen.run.RunStore;
import io.github.greenscreen.run.lock.LockedException;
import io.github.greenscreen.run.model.AskTellStudy;
import io.github.greenscreen.run.model.TrialReport;
import io.github.greenscreen.search.AskTellOptimizer;
import io.github.greenscreen.search.Objective;
import io.github.greenscreen.search.StudySnapshot;
import io.github.greenscreen.search.Trial;
import io.github.greenscreen.search.sampler.SamplerType;
import io.github.greenscreen.space.Configuration;
import io.github.greenscreen.space.SearchSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * A search whose trials another program trains: proposes configurations and records reported
 * results. Its state is stored on disk between calls; concurrent calls wait for each other.
 */
final class AskTellSession {
  private static final long PATIENCE_MILLIS = 60_000;
  private static final long PAUSE_MILLIS = 20;

  private final RunStore store;

  /** Create a session whose search is kept in {@code store}. */
  AskTellSession(RunStore store) {
    this.store = store;
  }

  /**
   * The answer to a request for trials.
   *
   * @param trials as many trials as requested, or fewer if no more are available
   * @param end reason why no more are available; an empty string if there are enough
   */
  record Answer(List<Trial> trials, String end) {}

  /**
   * Return {@code count} new trials. The first call starts the search according to {@code options}.
   */
  Answer ask(int count, Optional<SamplerType> method, SpaceOptions options)
      throws InterruptedException {
    return alone(
        () -> {
          Optional<AskTellStudy> before = store.study().readAsked();
          AskTellStudy study = before.isPresent() ? before.get() : begin(method, options);
          AskTellOptimizer search = search(study);
          List<Trial> given = new ArrayList<>();
          while (given.size() < count) {
            Optional<Trial> next = search.ask();
            if (next.isEmpty()) {
              break;
            }
            given.add(next.get());
            study = study.with(next.get());
          }
          if (!given.isEmpty()) {
            store.study().writeAsked(study);
          }
          return new Answer(given, given.size() < count ? end(search) : "");
        });
  }

  /** Record a reported result and return the updated trial. */
  Trial tell(TrialReport told) throws InterruptedException {
    return alone(
        () -> {
          AskTellStudy study =
              store
                  .study()
                  .readAsked()
                  .orElseThrow(
                      () ->
                          new UsageException(
                              store.path()
                                  + " holds no ask/tell study; start one with 'greenscreen ask'"));
          Trial trial = trial(study, told);
          refuseLack(trial, told, config(study));
          store.study().writeAsked(study.with(trial));
          return trial;
        });
  }

  /**
   * Reject a completed trial without its objective: the sampler cannot learn from it, and the
   * metric name may be a typo.
   */
  private static void refuseLack(Trial trial, TrialReport told, Config config) {
    for (Objective objective : config.objectives()) {
      String name = objective.metric();
      if (trial.state() == Trial.State.COMPLETED
          && !told.metrics().containsKey(name)
          && !told.unknown().contains(name)) {
        throw new UsageException(
            ("trial %s was reported as completed without its objective %s%s; add it to "
                    + "metrics, or report state failed")
                .formatted(trial.number(), name, found(told)));
      }
    }
  }

  private static String found(TrialReport told) {
    return told.metrics().isEmpty()
        ? ""
        : " (found " + String.join(", ", new TreeSet<>(told.metrics().keySet())) + ")";
  }

  private Trial trial(AskTellStudy study, TrialReport told) {
    int next = study.trials().size() + 1;
    int number = told.trial().orElse(next);
    Configuration configuration =
        told.configuration()
            .map(new ExternalTrialAdapter(config(study).space())::adapt)
            .orElseGet(
                () ->
                    study.trials().stream()
                        .filter(trial -> trial.number() == number)
                        .findFirst()
                        .orElseThrow(
                            () ->
                                new UsageException(
                                    "trial %s was not suggested; expected one of 1 to %s"
                                        .formatted(number, next - 1)))
                        .configuration());
    return new Trial(number, configuration, told.state(), told.metrics(), List.of());
  }

  private AskTellStudy begin(Optional<SamplerType> method, SpaceOptions options) {
    if (store.study().readSweep().isPresent()) {
      throw new UsageException(store.path() + " holds a sweep; choose another folder with --runs");
    }
    SweepDefinition planning = SweepDefinition.of(options);
    store.study().writeSweepConfig(planning.origin());
    Config config = planning.config();
    return new AskTellStudy(
        method.orElseGet(config::method).configName(), config.seed(), planning.pinned(), List.of());
  }

  private Config config(AskTellStudy asked) {
    return SweepDefinition.kept(store, asked.pinned())
        .orElseThrow(
            () ->
                new UsageException(
                    store.path() + " holds a study without its config.yaml; start a new one"))
        .config();
  }

  private AskTellOptimizer search(AskTellStudy asked) {
    Config config = config(asked);
    SamplerType method = SamplerType.find(asked.method()).orElseGet(config::method);
    SearchSpace space = config.space();
    StudySnapshot start =
        new StudySnapshot(
            space, config.objectives(), config.constraints(), List.of(), asked.seed());
    AskTellOptimizer search =
        new AskTellOptimizer(start, method.sampler()::next, Integer.MAX_VALUE);
    for (Trial trial : asked.trials()) {
      search.give(trial.configuration());
      search.tell(trial);
    }
    return search;
  }

  private static String end(AskTellOptimizer search) {
    return search.isExhausted()
        ? "the search space is exhausted"
        : "the target was reached by trial " + search.reached().orElseThrow().number();
  }

  /** Run {@code action} with exclusive access; wait until no other process asks or tells. */
  private <T> T alone(Supplier<T> action) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
    while (true) {
      try {
        return store.lock().during(action);
      } catch (LockedException e) {
        if (System.nanoTime() > end) {
          throw e;
        }
        Thread.sleep(PAUSE_MILLIS);
      }
    }
  }
}
