package io.github.greenscreen.run;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The content of {@code status.yaml}: how a run went and under what circumstances. Immutable; the
 * {@code with…} methods give changed copies.
 *
 * @param state how far the run has come
 * @param why the reason of the state, empty where nothing needs saying
 * @param purpose why the run was made
 * @param started when training began
 * @param ended when it ended, however it ended
 * @param data folder of the data set, empty for the cache or an embedded data set
 * @param limit use only so many images
 * @param attempts how often the run was started
 * @param facts host, device, device_uuid, meter, meter_period_s, versions and so on, in the order
 *     they were found; keys are those of the file
 * @param seconds wall time by phase: load, train, validate, test
 * @param effective what was really used where it differs from what was asked, for instance {@code
 *     precision_effective}
 */
public record RunStatus(
    RunState state,
    String why,
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
    Objects.requireNonNull(why);
    Objects.requireNonNull(purpose);
    Objects.requireNonNull(started);
    Objects.requireNonNull(ended);
    Objects.requireNonNull(data);
    Objects.requireNonNull(limit);
    facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    seconds = Collections.unmodifiableMap(new LinkedHashMap<>(seconds));
    effective = Collections.unmodifiableMap(new LinkedHashMap<>(effective));
  }

  /** Return the status of a run that was planned and not started. */
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

  /** Return a copy in {@code newState} for the reason {@code newWhy}, empty for none. */
  public RunStatus with(RunState newState, String newWhy) {
    return new RunStatus(
        newState, newWhy, purpose, started, ended, data, limit, attempts, facts, seconds,
        effective);
  }

  /** Return a copy of a run that starts at {@code moment}, under nothing but {@code newFacts}. */
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
   * Return a copy of a run that ended at {@code moment}, in {@code newState} for {@code newWhy}. A
   * clock that was set back meanwhile lets no run end before it began.
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

  /** Return a copy of a run that was begun before as {@code earlier} says. */
  public RunStatus after(RunStatus earlier) {
    return new RunStatus(
        state,
        why,
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

  /** Return a copy with other circumstances. */
  public RunStatus knowing(
      Map<String, String> newFacts,
      Map<String, Double> newSeconds,
      Map<String, String> newEffective) {
    return new RunStatus(
        state,
        why,
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
