package io.github.greenscreen.sweep;

import io.github.greenscreen.analysis.metrics.TrialFactory;
import io.github.greenscreen.run.RunFolder;
import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.run.RunStore;
import io.github.greenscreen.run.model.RunFolderException;
import io.github.greenscreen.run.model.RunPlan;
import io.github.greenscreen.run.model.RunPurpose;
import io.github.greenscreen.run.model.SweepRecord;
import io.github.greenscreen.search.AskTellOptimizer;
import io.github.greenscreen.search.RepeatAggregator;
import io.github.greenscreen.search.StudySnapshot;
import io.github.greenscreen.search.Trial;
import io.github.greenscreen.space.Configuration;
import io.github.greenscreen.space.SearchSpace;
import io.github.greenscreen.sweep.attempt.RunOutcome;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The trials of a sweep: first those that were given out earlier and have not ended, then those
 * that the sampler proposes from all results so far. A trial is recorded before it runs, so that a
 * resumed sweep continues like an undisturbed one. Confined to one thread.
 */
final class TrialQueue {
  private static final Logger LOG = LoggerFactory.getLogger(TrialQueue.class);

  private static final StudySnapshot NOTHING =
      StudySnapshot.ahead(new SearchSpace(List.of()), List.of(), 0);

  private final RunStore store;
  private final StudySnapshot start;
  private final Optional<AskTellOptimizer> search;
  private final Map<RunPlan, RunRecord> earlier = new HashMap<>();
  private final TreeMap<Integer, Trial> trials = new TreeMap<>();
  private final TreeMap<Integer, RunOutcome> endings = new TreeMap<>();
  private final Deque<Integer> open = new ArrayDeque<>();
  private SweepRecord record;
  private int written;

  /**
   * A run to execute.
   *
   * @param index its position among all runs of the sweep, from 0
   * @param configuration its configuration
   * @param old its unfinished record from before a resume
   */
  record Task(int index, Configuration configuration, Optional<RunRecord> old) {}

  /**
   * Create the queue of {@code record}.
   *
   * @param plan how to continue after the recorded trials; empty to run only those
   */
  TrialQueue(RunStore store, SweepRecord record, Optional<SweepPlan> plan) {
    this.store = store;
    this.record = record;
    this.written = record.configurations().size();
    this.start = plan.map(asked -> withFacts(asked.study())).orElse(NOTHING);
    this.search =
        plan.map(
            asked ->
                new AskTellOptimizer(start, asked.method().sampler()::next, record.asked())
                    .trying(record.first()));
    store.readAll().stream()
        .filter(run -> run.status().purpose() == RunPurpose.SWEEP)
        .forEach(run -> earlier.put(run.plan(), run));
    for (int from = 0; from < record.configurations().size(); from += record.repeats()) {
      Configuration configuration = record.configurations().get(from);
      search.ifPresent(s -> s.give(configuration));
      takeUp(from);
    }
  }

  private StudySnapshot withFacts(StudySnapshot study) {
    List<Trial> known = new WarmStartTrials(store.path(), study.space()).trials(record.known());
    return new StudySnapshot(
        study.space(), study.objectives(), study.limits(), known, study.seed());
  }

  /** Add the repeats of one configuration; the first has index {@code from}. */
  private void takeUp(int from) {
    int end = Math.min(from + record.repeats(), record.configurations().size());
    for (int index = from; index < end; index++) {
      Configuration configuration = record.configurations().get(index);
      int number = record.known().size() + index + 1;
      Optional<RunRecord> old = old(configuration);
      if (old.isPresent() && !Sweep.isOpen(old.get().status())) {
        endings.put(index, new RunOutcome(old.get().name(), old.get().status()));
        trials.put(index, TrialFactory.of(old.get(), number));
      } else {
        open.add(index);
        Trial begun =
            old.map(run -> TrialFactory.of(run, number))
                .orElse(Trial.pending(number, configuration));
        trials.put(index, begun.as(Trial.State.PENDING));
      }
    }
    tell(from);
  }

  private Optional<RunRecord> old(Configuration configuration) {
    return Optional.ofNullable(earlier.get(RunPlan.of(configuration)));
  }

  /**
   * Return the next run, the same until {@link #begin}; empty if none is left, or a target is
   * reached.
   */
  Optional<Task> next() {
    Optional<Trial> more = ask();
    while (more.isPresent()) {
      int from = record.configurations().size();
      record = record.and(RepeatSeeds.of(more.get().configuration(), record.repeats()));
      takeUp(from);
      more = ask();
    }
    return Optional.ofNullable(open.peekFirst()).map(this::task);
  }

  private Optional<Trial> ask() {
    return open.isEmpty() ? search.flatMap(AskTellOptimizer::ask) : Optional.empty();
  }

  private Task task(int index) {
    Configuration configuration = record.configurations().get(index);
    return new Task(index, configuration, old(configuration));
  }

  /** Remove {@code task}, the next one, from the queue, and record it on disk. */
  void begin(Task task) {
    if (written < record.configurations().size()) {
      store.study().writeSweep(record);
      written = record.configurations().size();
    }
    open.remove(task.index());
  }

  /** Record that the run at {@code index} has ended. */
  void ended(int index, RunOutcome ending) {
    endings.put(index, ending);
    trials.put(index, read(ending, trials.get(index)));
    tell(index - index % record.repeats());
  }

  private Trial read(RunOutcome ending, Trial before) {
    try {
      Optional<RunFolder> folder =
          ending.isReadable() ? store.find(ending.name()) : Optional.empty();
      if (folder.isPresent()) {
        return TrialFactory.of(folder.get().read(), before.number());
      }
    } catch (RunFolderException e) {
      LOG.debug("run {} can no longer be read", ending.name(), e);
    }
    return before.as(Trial.State.FAILED);
  }

  /** Tell the search the state of the repeats from {@code from} on. */
  private void tell(int from) {
    if (search.isPresent()) {
      List<Trial> repeats = List.copyOf(trials.subMap(from, from + record.repeats()).values());
      int number = record.known().size() + from / record.repeats() + 1;
      Configuration configuration = record.configurations().get(from);
      search.get().tell(RepeatAggregator.join(number, configuration, repeats));
    }
  }

  /** Return the trial of the run at {@code index}; its number includes the known runs. */
  Trial trial(int index) {
    return trials.get(index);
  }

  /** Return the trials of all runs given out. */
  Collection<Trial> trials() {
    return trials.values();
  }

  /** Return the study as it was before any trial was given out. */
  StudySnapshot start() {
    return start;
  }

  /** Return whether the objectives of the search are known; otherwise no run is better. */
  boolean knowsObjectives() {
    return search.isPresent();
  }

  /** Return the study as it is now. */
  StudySnapshot study() {
    return search.map(AskTellOptimizer::study).orElse(start);
  }

  /** Return the names of the runs of each finished or known trial, by its number. */
  Map<Integer, String> names() {
    Map<Integer, String> names = new TreeMap<>();
    for (String name : record.known()) {
      names.put(names.size() + 1, shortened(Path.of(name)));
    }
    endings.forEach(
        (index, ending) ->
            names.merge(
                record.known().size() + index / record.repeats() + 1,
                ending.name(),
                (others, name) -> others + " " + name));
    return names;
  }

  private static String shortened(Path run) {
    int parts = run.getNameCount();
    return run.subpath(Math.max(0, parts - 2), parts).toString();
  }

  /** Return the outcomes of the finished runs, by index. */
  Map<Integer, RunOutcome> endings() {
    return endings;
  }

  /** Return the expected number of runs, as far as is known now. */
  int expected() {
    return search.map(s -> s.expected() * record.repeats()).orElse(record.configurations().size());
  }

  /** Return the number of runs requested. */
  int asked() {
    return record.asked() * record.repeats();
  }

  /** Return a message if a target is reached and no further run is needed. */
  Optional<String> reached() {
    return search.flatMap(AskTellOptimizer::reached).map(this::sentence);
  }

  private String sentence(Trial trial) {
    int from = (trial.number() - record.known().size() - 1) * record.repeats();
    List<String> names =
        endings.subMap(from, from + record.repeats()).values().stream()
            .map(RunOutcome::name)
            .toList();
    return TargetMessage.sentence(search.orElseThrow().study().objectives(), trial, names);
  }
}
