package io.github.greenscreen.power.meter;

import io.github.greenscreen.power.PowerMeter;
import io.github.greenscreen.power.PowerSample;
import java.util.List;

/** The meter of a machine without a power meter. Stateless. */
public final class NullMeter implements PowerMeter {
  /** The recorded name if no meter answers. */
  public static final String NAME = "none";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<PowerSample> read() {
    return List.of();
  }
}
