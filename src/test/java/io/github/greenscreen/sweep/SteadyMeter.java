package io.github.greenscreen.sweep;

import io.github.greenscreen.power.PowerMeter;
import io.github.greenscreen.power.PowerSample;
import java.util.List;

/**
 * A meter that always says the same.
 *
 * @param watts what it says
 */
public record SteadyMeter(double watts) implements PowerMeter {
  @Override
  public String name() {
    return "steady";
  }

  @Override
  public List<PowerSample> read() {
    double nan = Double.NaN;
    return List.of(new PowerSample(System.currentTimeMillis(), "GPU 0", watts, nan, nan, nan));
  }
}
