package io.github.greenscreen.run.model;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

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
 * @param retryOnResume whether a resumed sweep retries the failed run, because the machine was at
 *     fault
 * @param saving which runs keep their trained network, as was chosen for this one; empty if there
 *     was no choice
 * @param limits the limits of the run
 * @param measurements power, energy, and memory as far as they were measured
 * @param environment machine, software, engine, and power meter
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
    boolean retryOnResume,
    Optional<ModelSaving> saving,
    RunLimits limits,
    RunMeasurements measurements,
    RunEnvironment environment,
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
    Objects.requireNonNull(saving);
    Objects.requireNonNull(limits);
    Objects.requireNonNull(measurements);
    Objects.requireNonNull(environment);
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
        false,
        Optional.empty(),
        RunLimits.NONE,
        RunMeasurements.NONE,
        RunEnvironment.NONE,
        Map.of(),
        Map.of());
  }

  /** Return a copy in {@code newState} for the reason {@code newReason}, which may be empty. */
  public RunStatus with(RunState newState, String newReason) {
    return edited(
        draft -> {
          draft.state = newState;
          draft.reason = newReason;
        });
  }

  /**
   * Return a copy of a run that starts at {@code moment} in {@code newEnvironment}. The limits and
   * the idle power stay; everything else that an earlier attempt measured is dropped.
   */
  public RunStatus begun(Instant moment, RunEnvironment newEnvironment) {
    return edited(
        draft -> {
          draft.state = RunState.RUNNING;
          draft.reason = "";
          draft.started = Optional.of(moment);
          draft.ended = Optional.empty();
          draft.attempts = attempts + 1;
          draft.retryOnResume = false;
          draft.measurements = RunMeasurements.NONE.withIdle(measurements.idle());
          draft.environment = newEnvironment;
          draft.seconds = Map.of();
          draft.effective = Map.of();
        });
  }

  /**
   * Return a copy of a run that ended at {@code moment}, in {@code newState} for {@code newReason}.
   * If the clock was set back, the end is not before the start.
   */
  public RunStatus ended(Instant moment, RunState newState, String newReason) {
    return edited(
        draft -> {
          draft.state = newState;
          draft.reason = newReason;
          draft.ended = Optional.of(started.filter(moment::isBefore).orElse(moment));
        });
  }

  /**
   * Return a copy of a resumed run, whose first start and attempts are those of {@code earlier}.
   */
  public RunStatus after(RunStatus earlier) {
    return edited(
        draft -> {
          draft.started = earlier.started;
          draft.attempts = earlier.attempts;
        });
  }

  /** Return a copy that a resumed sweep retries. */
  public RunStatus toRetryOnResume() {
    return edited(draft -> draft.retryOnResume = true);
  }

  /** Return a copy of which {@code newSaving} was chosen. */
  public RunStatus withSaving(ModelSaving newSaving) {
    return edited(draft -> draft.saving = Optional.of(newSaving));
  }

  /** Return a copy with the given limits. */
  public RunStatus withLimits(RunLimits newLimits) {
    return edited(draft -> draft.limits = newLimits);
  }

  /** Return a copy with the given measurements. */
  public RunStatus withMeasurements(RunMeasurements newMeasurements) {
    return edited(draft -> draft.measurements = newMeasurements);
  }

  /** Return a copy whose environment also has {@code entries}, which replace earlier ones. */
  public RunStatus withEnvironment(Map<String, String> entries) {
    return edited(draft -> draft.environment = environment.with(entries));
  }

  /** Return a copy with the given wall time by phase. */
  public RunStatus withSeconds(Map<String, Double> newSeconds) {
    return edited(draft -> draft.seconds = newSeconds);
  }

  /** Return a copy with the given values in effect. */
  public RunStatus withEffective(Map<String, String> newEffective) {
    return edited(draft -> draft.effective = newEffective);
  }

  private RunStatus edited(Consumer<Draft> edit) {
    Draft draft = new Draft(this);
    edit.accept(draft);
    return draft.build();
  }

  /** The components that change during a run. */
  private static final class Draft {
    private final RunStatus original;
    private RunState state;
    private String reason;
    private Optional<Instant> started;
    private Optional<Instant> ended;
    private int attempts;
    private boolean retryOnResume;
    private Optional<ModelSaving> saving;
    private RunLimits limits;
    private RunMeasurements measurements;
    private RunEnvironment environment;
    private Map<String, Double> seconds;
    private Map<String, String> effective;

    Draft(RunStatus original) {
      this.original = original;
      state = original.state;
      reason = original.reason;
      started = original.started;
      ended = original.ended;
      attempts = original.attempts;
      retryOnResume = original.retryOnResume;
      saving = original.saving;
      limits = original.limits;
      measurements = original.measurements;
      environment = original.environment;
      seconds = original.seconds;
      effective = original.effective;
    }

    RunStatus build() {
      return new RunStatus(
          state,
          reason,
          original.purpose,
          started,
          ended,
          original.data,
          original.limit,
          attempts,
          retryOnResume,
          saving,
          limits,
          measurements,
          environment,
          seconds,
          effective);
    }
  }
}
