package io.github.greenscreen.run.model;

import java.util.Locale;

/** The purpose of a run; only baseline and sweep runs are ranked and analysed together. */
public enum RunPurpose {
  BASELINE,
  SWEEP,
  FINAL,
  SINGLE,
  /** A few seconds of training that measure power and memory of a configuration. */
  PROFILE;

  /** Return the spelling in {@code status.yaml}. */
  public String configName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
