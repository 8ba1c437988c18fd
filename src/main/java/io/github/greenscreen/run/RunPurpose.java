package io.github.greenscreen.run;

import java.util.Locale;

/** Why a run was made; only baseline and sweep runs are ranked and analysed together. */
public enum RunPurpose {
  BASELINE,
  SWEEP,
  FINAL,
  SINGLE,
  /** A few seconds that show what power and memory a configuration takes. */
  PROFILE;

  /** Return the spelling in {@code status.yaml}. */
  public String spelling() {
    return name().toLowerCase(Locale.ROOT);
  }
}
