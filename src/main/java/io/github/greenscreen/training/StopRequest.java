package io.github.greenscreen.training;

/** Requests the end of a training, after its epoch or at once. Thread-safe. */
final class StopRequest {
  private volatile boolean afterEpoch;
  private volatile boolean now;

  void stopAfterEpoch() {
    afterEpoch = true;
  }

  void stopNow() {
    now = true;
    afterEpoch = true;
  }

  /** Tell whether to end between two steps. */
  boolean isNow() {
    return now;
  }

  /** Tell whether to end between two epochs. */
  boolean isAfterEpoch() {
    return afterEpoch;
  }
}
