package io.github.greenscreen.run.model;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The content of {@code status.yaml}: state, times and circumstances of a run. Immutable; the
 * {@code with…} methods return changed copies.
 *
 * @param state the state of the run
 * @param reason the reason of the state, may be empty
 * @param purpose the purpose of the run
 * @param started when training began
 * @param ended when it ended, in whatever way
 * @param data folder of the data set, empty for the cache or an embedded data set
 * @param limit maximum number of images to use
 * @param attempts how often the run was started
 * @param facts host, device, device_uuid, meter, meter_period_s, versions and so on, in the order
 *     they were found; keys are those of the file
 * @param seconds wall time by phase: load, train, validate, test
 * @param effective values in effect that differ from the requested ones, for instance {@code
 *     precision_effective}
 */
public record RunStatus(
    RunState state,
    String reason,
    RunPurpose purpose,
    Optional<Instant> started,
    Optional<Instant> ended,
    String data,
    OptionalInt limit,
    int attempts,
    Map<String, String> facts,
    Map<String, Double> seconds,
    Map<String, String> effective) {
  public RunStatus {
    Objects.requireNonNull(state);
    Objects.requireNonNull(reason);
    Objects.requireNonNull(purpose);
    Objects.requireNonNull(started);
    Objects.requireNonNull(ended);
    Objects.requireNonNull(data);
    Objects.requireNonNull(limit);
    facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    seconds = Collections.unmodifiableMap(new LinkedHashMap<>(seconds));
    effective = Collections.unmodifiableMap(new LinkedHashMap<>(effective));
  }

  /** Return the status of a planned run that has not started. */
  public static RunStatus waiting(RunPurpose purpose, String data, OptionalInt limit) {
    return new RunStatus(
        RunState.WAITING,
        "",
        purpose,
        Optional.empty(),
        Optional.empty(),
        data,
        limit,
        0,
        Map.of(),
        Map.of(),
        Map.of());
  }

  /** Return a copy in {@code newState} for the reason {@code newWhy}, which may be empty. */
  public RunStatus with(RunState newState, String newWhy) {
    return new RunStatus(
        newState, newWhy, purpose, started, ended, data, limit, attempts, facts, seconds,
        effective);
  }

  /**
   * Return a copy of a run that starts at {@code moment}, with {@code newFacts} as its only facts.
   */
  public RunStatus begun(Instant moment, Map<String, String> newFacts) {
    return new RunStatus(
        RunState.RUNNING,
        "",
        purpose,
        Optional.of(moment),
        Optional.empty(),
        data,
        limit,
        attempts + 1,
        newFacts,
        Map.of(),
        Map.of());
  }

  /**
   * Return a copy of a run that ended at {@code moment}, in {@code newState} for {@code newWhy}. If
   * the clock was set back, the end is not before the start.
   */
  public RunStatus ended(Instant moment, RunState newState, String newWhy) {
    return new RunStatus(
        newState,
        newWhy,
        purpose,
        started,
        Optional.of(started.filter(moment::isBefore).orElse(moment)),
        data,
        limit,
        attempts,
        facts,
        seconds,
        effective);
  }

  /**
   * Return a copy of a resumed run, whose first start and attempts are those of {@code earlier}.
   */
  public RunStatus after(RunStatus earlier) {
    return new RunStatus(
        state,
        reason,
        purpose,
        earlier.started,
        ended,
        data,
        limit,
        earlier.attempts,
        facts,
        seconds,
        effective);
  }

  /** Return a copy with the given facts, times and effective values. */
  public RunStatus withFacts(
      Map<String, String> newFacts,
      Map<String, Double> newSeconds,
      Map<String, String> newEffective) {
    return new RunStatus(
        state,
        reason,
        purpose,
        started,
        ended,
        data,
        limit,
        attempts,
        newFacts,
        newSeconds,
        newEffective);
  }
}
