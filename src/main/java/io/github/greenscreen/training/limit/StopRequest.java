package io.github.greenscreen.training.limit;

/** Requests the end of a training, after its epoch or at once. Thread-safe. */
public final class StopRequest {
  private volatile boolean afterEpoch;
  private volatile boolean now;

  public void stopAfterEpoch() {
    afterEpoch = true;
  }

  public void stopNow() {
    now = true;
    afterEpoch = true;
  }

  /** Tell whether to end between two steps. */
  boolean isNow() {
    return now;
  }

  /** Tell whether to end between two epochs. */
  public boolean isAfterEpoch() {
    return afterEpoch;
  }
}
