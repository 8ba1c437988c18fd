package io.github.greenscreen.training;

/** Asks a training to end, from any thread: after its epoch, or at once. */
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
