package io.github.greenscreen.power;

import java.util.List;

/** The meter of a machine that has none. Stateless. */
public final class NullMeter implements PowerMeter {
  /** The name that is recorded where no meter answers. */
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
