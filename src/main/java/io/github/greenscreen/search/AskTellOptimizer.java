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
 * One search in progress: knows which trials were given out and what came of them, asks a sampler
 * for more, and tells when there shall be no more. Who carries the trials out, and by which clock,
 * does not matter here: real sweeps, simulations and outside programs all ask and tell. The next
 * trial follows from the trials told so far, never from how long anything took. Used by one thread.
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
   * Search from {@code start} on, whose trials are known and not counted.
   *
   * @param sampler chooses what was not put first; empty where there is nothing left
   * @param budget how many trials to give out, at least 1
   */
  public AskTellOptimizer(
      StudySnapshot start, Function<StudySnapshot, Optional<Configuration>> sampler, int budget) {
    this.start = Objects.requireNonNull(start);
    this.sampler = Objects.requireNonNull(sampler);
    this.budget = budget;
    start.trials().forEach(trial -> trials.put(trial.number(), trial));
  }

  /** Give out {@code configurations} before anything is asked of the sampler; return this. */
  public AskTellOptimizer trying(Collection<Configuration> configurations) {
    first.addAll(configurations);
    return this;
  }

  /**
   * Return the next trial, pending from now on; empty where the search is over: the budget is given
   * out, a target is reached, or the space is exhausted.
   */
  public Optional<Trial> ask() {
    if (!goesOn()) {
      return Optional.empty();
    }
    Optional<Configuration> next = untried().or(() -> sampler.apply(study()));
    exhausted = next.isEmpty();
    return next.map(this::give);
  }

  /** Count a trial of {@code configuration} as given out, whoever chose it, and return it. */
  public Trial give(Configuration configuration) {
    first.remove(configuration);
    int number = trials.isEmpty() ? 1 : trials.lastKey() + 1;
    Trial trial = Trial.pending(number, configuration);
    trials.put(trial.number(), trial);
    counted.add(trial.number());
    return trial;
  }

  /** Learn how far the trial of this number, which was given out, has come. */
  public void tell(Trial trial) {
    if (!counted.contains(trial.number())) {
      throw new IllegalArgumentException("trial " + trial.number() + " was not suggested");
    }
    trials.put(trial.number(), trial);
  }

  /** Take back what cannot be tried: the trial has failed and does not count. */
  public void withdraw(Trial trial) {
    trials.put(trial.number(), trial.as(Trial.State.FAILED));
    counted.remove(trial.number());
  }

  /** Tell whether another trial may be asked for; it may still turn out that none is left. */
  public boolean goesOn() {
    return counted.size() < budget && !exhausted && reached().isEmpty();
  }

  /** Tell whether the sampler was asked in vain. */
  public boolean isExhausted() {
    return exhausted;
  }

  /**
   * Return the first trial given out that has completed and meets every target, if there are any.
   */
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

  /** Return how many trials there will be, as far as anybody can know now. */
  public int expected() {
    int more = exhausted ? 0 : budget - counted.size();
    if (more > 0 && start.space().isFinite()) {
      BigInteger left = start.space().size().subtract(BigInteger.valueOf(taken()));
      more = left.min(BigInteger.valueOf(more)).max(BigInteger.ZERO).intValueExact();
    }
    return counted.size() + more;
  }

  /** Return everything a sampler may know now. */
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

  /** Return the next configuration that was put first and has not been tried meanwhile. */
  private Optional<Configuration> untried() {
    Configuration next = first.pollFirst();
    while (next != null && study().taken().contains(next)) {
      next = first.pollFirst();
    }
    return Optional.ofNullable(next);
  }
}
