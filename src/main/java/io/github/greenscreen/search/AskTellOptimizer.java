package io.github.greenscreen.search;

import io.github.greenscreen.space.Configuration;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The ask/tell loop of one search: tracks which trials were given out and their results, asks a
 * sampler for more, and decides when to end. It is independent of who runs the trials and of their
 * clock: sweeps, simulations and other programs all ask and tell. The next trial depends on the
 * trials told so far, never on durations. Confined to one thread.
 */
public final class AskTellOptimizer {
  private final StudySnapshot start;
  private final Function<StudySnapshot, Optional<Configuration>> sampler;
  private final int budget;
  private final Deque<Configuration> first = new ArrayDeque<>();
  private final TreeMap<Integer, Trial> trials = new TreeMap<>();
  private final Set<Integer> counted = new HashSet<>();
  private boolean exhausted;

  /**
   * Search from {@code start}, whose trials are known and not counted.
   *
   * @param sampler chooses the configurations after those of {@link #trying}; returns empty if none
   *     is left
   * @param budget number of trials to give out, at least 1
   */
  public AskTellOptimizer(
      StudySnapshot start, Function<StudySnapshot, Optional<Configuration>> sampler, int budget) {
    this.start = Objects.requireNonNull(start);
    this.sampler = Objects.requireNonNull(sampler);
    this.budget = budget;
    start.trials().forEach(trial -> trials.put(trial.number(), trial));
  }

  /** Give out {@code configurations} before those of the sampler; return this. */
  public AskTellOptimizer trying(Collection<Configuration> configurations) {
    first.addAll(configurations);
    return this;
  }

  /**
   * Return the next trial, which is pending from now on; empty if the search is over: the budget is
   * spent, a target is reached, or the space is exhausted.
   */
  public Optional<Trial> ask() {
    if (!goesOn()) {
      return Optional.empty();
    }
    Optional<Configuration> next = untried().or(() -> sampler.apply(study()));
    exhausted = next.isEmpty();
    return next.map(this::give);
  }

  /**
   * Record a trial of {@code configuration} as given out and return it; the sampler need not have
   * chosen it.
   */
  public Trial give(Configuration configuration) {
    first.remove(configuration);
    int number = trials.isEmpty() ? 1 : trials.lastKey() + 1;
    Trial trial = Trial.pending(number, configuration);
    trials.put(trial.number(), trial);
    counted.add(trial.number());
    return trial;
  }

  /** Update the trial of this number, which was given out. */
  public void tell(Trial trial) {
    if (!counted.contains(trial.number())) {
      throw new IllegalArgumentException("trial " + trial.number() + " was not suggested");
    }
    trials.put(trial.number(), trial);
  }

  /** Withdraw a trial that cannot be run: it has failed and does not count. */
  public void withdraw(Trial trial) {
    trials.put(trial.number(), trial.as(Trial.State.FAILED));
    counted.remove(trial.number());
  }

  /** Tell whether another trial may be requested; {@link #ask} may still find none. */
  public boolean goesOn() {
    return counted.size() < budget && !exhausted && reached().isEmpty();
  }

  /** Tell whether the sampler found no further configuration. */
  public boolean isExhausted() {
    return exhausted;
  }

  /** Return the first trial given out that has completed and meets every target, if one exists. */
  public Optional<Trial> reached() {
    List<Objective> aims =
        start.objectives().stream().filter(aim -> aim.target().isPresent()).toList();
    return aims.isEmpty()
        ? Optional.empty()
        : counted.stream()
            .sorted()
            .map(trials::get)
            .filter(trial -> trial.state() == Trial.State.COMPLETED)
            .filter(trial -> aims.stream().allMatch(aim -> aim.isReachedBy(trial)))
            .findFirst();
  }

  /** Return the expected number of trials, as far as is known now. */
  public int expected() {
    int more = exhausted ? 0 : budget - counted.size();
    if (more > 0 && start.space().isFinite()) {
      BigInteger left = start.space().size().subtract(BigInteger.valueOf(taken()));
      more = left.min(BigInteger.valueOf(more)).max(BigInteger.ZERO).intValueExact();
    }
    return counted.size() + more;
  }

  /** Return a snapshot of the study for samplers. */
  public StudySnapshot study() {
    return new StudySnapshot(
        start.space(),
        start.objectives(),
        start.limits(),
        new ArrayList<>(trials.values()),
        start.seed());
  }

  private long taken() {
    return study().taken().stream()
        .map(configuration -> start.space().indexOf(configuration))
        .flatMap(Optional::stream)
        .distinct()
        .count();
  }

  /** Return the next configuration of {@link #trying} that has not been tried meanwhile. */
  private Optional<Configuration> untried() {
    Configuration next = first.pollFirst();
    while (next != null && study().taken().contains(next)) {
      next = first.pollFirst();
    }
    return Optional.ofNullable(next);
  }
}
