package io.github.greenscreen.run.model;

import java.util.Locale;

/** The state of a run. */
public enum RunState {
  WAITING,
  RUNNING,
  COMPLETED,
  STOPPED,
  FAILED,
  INTERRUPTED,
  /** Said to be completed, but its log lacks rows; found when the folder is read. */
  INCOMPLETE;

  /** Return the spelling in {@code status.yaml}. */
  public String configName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
