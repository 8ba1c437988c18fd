package io.github.greenscreen.djl.metric;

/**
 * Divides the wall time of an epoch into phases. If TorchScript compiles, the first passes of
 * training and of validation are a phase of their own: in these its profiling executor inspects the
 * arrays and compiles the forward and backward functions.
 */
public final class PhaseTimer {
  private static final int COMPILING_PASSES = 3;

  private final int compilingPasses;
  private int trainingPasses;
  private int validationPasses;
  private long last;
  private Phases phases = Phases.NONE;

  /**
   * Seconds since the last {@link #take}.
   *
   * @param train training, except passes that compile
   * @param validate validation, except passes that compile
   * @param compile passes of both that compile
   * @param images images trained in {@code train}
   */
  public record Phases(double train, double validate, double compile, int images) {
    static final Phases NONE = new Phases(0, 0, 0, 0);

    Phases plus(Phases other) {
      return new Phases(
          train + other.train,
          validate + other.validate,
          compile + other.compile,
          images + other.images);
    }
  }

  /** Create a timer with or without a compile phase. */
  public PhaseTimer(boolean compiling) {
    compilingPasses = compiling ? COMPILING_PASSES : 0;
  }

  /** Begin the first pass of a phase. */
  public void start() {
    last = System.nanoTime();
  }

  /** End a training pass over {@code images} images and begin the next. */
  public void trained(int images) {
    double seconds = lap();
    boolean first = trainingPasses++ < compilingPasses;
    add(first ? new Phases(0, 0, seconds, 0) : new Phases(seconds, 0, 0, images));
  }

  /** End the wait for the device after the last training pass. */
  public void awaited() {
    add(new Phases(lap(), 0, 0, 0));
  }

  /** End a validation pass and begin the next. */
  public void validated() {
    double seconds = lap();
    boolean first = validationPasses++ < compilingPasses;
    add(first ? new Phases(0, 0, seconds, 0) : new Phases(0, seconds, 0, 0));
  }

  /** End the wait for the device after the last validation pass. */
  public void validationAwaited() {
    add(new Phases(0, lap(), 0, 0));
  }

  /** Return the phases since the last call, and reset. */
  public Phases take() {
    Phases result = phases;
    phases = Phases.NONE;
    return result;
  }

  private double lap() {
    long now = System.nanoTime();
    double seconds = (now - last) / 1e9;
    last = now;
    return seconds;
  }

  private void add(Phases more) {
    phases = phases.plus(more);
  }
}
