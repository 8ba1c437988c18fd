package io.github.greenscreen.training.limit;

import io.github.greenscreen.run.model.ConstraintViolation;
import io.github.greenscreen.run.model.ProfileResult;
import io.github.greenscreen.run.model.RunMeasurements;
import java.util.function.UnaryOperator;

/**
 * Ends a run that exceeds a limit by unwinding the engine; the message is the reason for the user.
 */
public final class LimitExceededException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient UnaryOperator<RunMeasurements> record;

  private LimitExceededException(String reason, UnaryOperator<RunMeasurements> record) {
    super(reason);
    this.record = record;
  }

  /** Create it with {@code reason} only. */
  LimitExceededException(String reason) {
    this(reason, UnaryOperator.identity());
  }

  /** Create it with {@code reason} and the violated constraint. */
  LimitExceededException(String reason, ConstraintViolation violation) {
    this(reason, measured -> measured.withViolation(violation));
  }

  /** Create it with {@code reason} and the result of a profiling run. */
  LimitExceededException(String reason, ProfileResult profile) {
    this(reason, measured -> measured.withProfile(profile));
  }

  /** Return {@code measured} with what led to the end of the run. */
  public RunMeasurements recordIn(RunMeasurements measured) {
    return record.apply(measured);
  }
}
