package io.github.greenscreen.asktell;

import io.github.greenscreen.config.Config;
import io.github.greenscreen.config.ConfigReader;
import io.github.greenscreen.run.RunStore;
import io.github.greenscreen.run.lock.LockedException;
import io.github.greenscreen.run.model.AskTellStudy;
import io.github.greenscreen.run.model.TrialReport;
import io.github.greenscreen.search.Trial;
import io.github.greenscreen.search.sampler.SamplerType;
import io.github.greenscreen.space.SearchSpace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Supplier;

/**
 * A search whose trials another program trains: proposes configurations and records reported
 * results. Its state is stored on disk between calls; concurrent calls wait for each other.
 */
public final class AskTellSession {
  private static final long PATIENCE_MILLIS = 60_000;
  private static final long PAUSE_MILLIS = 20;

  private final RunStore store;

  /** Create a session whose search is kept in {@code store}. */
  public AskTellSession(RunStore store) {
    this.store = store;
  }

  /**
   * The answer to a request for trials.
   *
   * @param trials as many trials as requested, or fewer if no more are available
   * @param handedOut whether they reached the other program; if not, they are not recorded
   * @param notes sentences for the user, such as the reason why no more trials are available
   */
  public record Answer(List<Trial> trials, boolean handedOut, List<String> notes) {}

  /** A search with its file, as far as its options are known. */
  private record Search(Config config, AskTellStudy study) {}

  /**
   * Hand out {@code count} new trials. The first call starts the search according to {@code
   * options}; a later one refuses options that differ.
   *
   * @param method sampler that the user chose; empty for that of the file
   * @param handOut passes trials of a space to the other program, and returns whether it got them
   * @throws AskTellException if the options are refused, or the folder holds a sweep
   */
  public Answer ask(
      int count,
      Optional<SamplerType> method,
      SearchOptions options,
      BiPredicate<List<Trial>, SearchSpace> handOut)
      throws InterruptedException {
    return alone(
        () -> {
          Optional<AskTellStudy> before = store.study().readAsked();
          before.ifPresent(study -> refuseOthers(study, method, options));
          Search begun =
              before
                  .map(study -> new Search(config(study), study))
                  .orElseGet(() -> begin(method, options));
          AskTellSearch search = new AskTellSearch(begun.config(), begun.study());
          List<Trial> trials = trials(search, count);
          if (!handOut.test(trials, begun.config().space())) {
            return new Answer(trials, false, List.of());
          }
          List<String> notes = new ArrayList<>();
          if (before.isEmpty()) {
            store.study().writeSweepConfig(options.text());
            notes.addAll(notFollowed(begun.config()));
          }
          if (!trials.isEmpty()) {
            store.study().writeAsked(search.study());
          }
          if (trials.size() < count) {
            notes.add(search.end());
          }
          return new Answer(trials, true, notes);
        });
  }

  private static List<Trial> trials(AskTellSearch search, int count) {
    List<Trial> trials = new ArrayList<>();
    Optional<Trial> next = search.next();
    while (next.isPresent()) {
      trials.add(next.get());
      next = trials.size() < count ? search.next() : Optional.empty();
    }
    return trials;
  }

  private static List<String> notFollowed(Config config) {
    return config.earlyTerminate().isEmpty()
        ? List.of()
        : List.of(
            "early_terminate of config.yaml has no effect on ask: the program that trains decides "
                + "when to stop, and reports state stopped");
  }

  /**
   * Record a reported result and return the updated trial.
   *
   * @throws AskTellException if there is no study, or the study has no such trial or metric
   */
  public Trial tell(TrialReport told) throws InterruptedException {
    return alone(
        () -> {
          AskTellStudy study = store.study().readAsked().orElseThrow(this::noStudy);
          ReportedTrial reported = new ReportedTrial(config(study), study, told);
          store.study().writeAsked(reported.study());
          return reported.trial();
        });
  }

  /** Refuse to record anything if there is no study; one that another process starts counts. */
  public void checkStudy() throws InterruptedException {
    alone(() -> store.study().readAsked().orElseThrow(this::noStudy));
  }

  private AskTellException noStudy() {
    return new AskTellException(
        store.path() + " holds no ask/tell study; start one with 'greenscreen ask'");
  }

  private Search begin(Optional<SamplerType> method, SearchOptions options) {
    if (store.study().readSweep().isPresent()) {
      throw new AskTellException(
          store.path() + " holds a sweep; choose another folder with --runs");
    }
    Config config = options.readExternalAndWarn();
    refuseSeeds(config);
    Map<String, String> pinned = new LinkedHashMap<>(options.pinned(options.original().space()));
    if (options.seed().isPresent() && config.space().find(Config.SEED).isPresent()) {
      pinned.put(Config.SEED, Long.toString(options.seed().getAsLong()));
    }
    String sampler = method.orElseGet(config::method).configName();
    return new Search(
        config, new AskTellStudy(sampler, config.seed(), pinned, List.of(), Set.of()));
  }

  private static void refuseSeeds(Config config) {
    if (config.repeats() > 1 && !config.countsSeeds()) {
      throw new AskTellException(
          ("repeats tries every configuration with %s seeds, which count up from parameter seed; "
                  + "give seed one whole number such as {value: 22}, or remove it")
              .formatted(config.repeats()));
    }
  }

  private void refuseOthers(
      AskTellStudy study, Optional<SamplerType> method, SearchOptions options) {
    List<String> differences =
        new StudyDifferences(store.path(), study, kept()).of(method, options);
    if (!differences.isEmpty()) {
      throw new AskTellException(
          String.join("\n", differences)
              + "\nleave these options out to continue that search, or start another one with "
              + "--runs");
    }
  }

  /** Return the configuration of {@code study}, with the values fixed at its start. */
  private Config config(AskTellStudy study) {
    return kept().with(study.pinned());
  }

  private Config kept() {
    Path file =
        store
            .study()
            .sweepConfig()
            .orElseThrow(
                () ->
                    new AskTellException(
                        store.path() + " holds a study without its config.yaml; start a new one"));
    return ConfigReader.readExternal(file);
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
