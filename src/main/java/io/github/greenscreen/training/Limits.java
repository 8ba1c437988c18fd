package io.github.greenscreen.training;

import io.github.greenscreen.power.PowerSample;
import io.github.greenscreen.run.RunLimits;
import java.util.List;

/** What a run must stay below, checked between two steps. */
final class Limits implements Runnable {
  private final PowerLimit power;
  private final TimeLimit time;

  /** Watch what {@code limits} asks for; the time counts from now. */
  Limits(RunLimits limits) {
    this.power = new PowerLimit(limits.maxPowerW());
    this.time = new TimeLimit(limits.maxSeconds());
  }

  /** Take a reading of all devices. */
  void observe(List<PowerSample> samples) {
    power.observe(samples);
  }

  /** Throw {@link LimitPassedException} where a limit is passed. */
  @Override
  public void run() {
    power.check();
    time.check();
  }
}
