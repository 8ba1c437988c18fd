package io.github.greenscreen.run;

import java.util.Locale;

/** How far a run has come. */
public enum RunState {
  WAITING,
  RUNNING,
  COMPLETED,
  STOPPED,
  FAILED,
  INTERRUPTED;

  /** Return the spelling in {@code status.yaml}. */
  public String spelling() {
    return name().toLowerCase(Locale.ROOT);
  }
}
