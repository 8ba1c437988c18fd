package io.github.greenscreen.run.model;

import java.util.Locale;

/** The state of a run. */
public enum RunState {
  WAITING,
  RUNNING,
  COMPLETED,
  STOPPED,
  FAILED,
  INTERRUPTED;

  /** Return the spelling in {@code status.yaml}. */
  public String configName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
