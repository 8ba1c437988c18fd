package io.github.greenscreen.analysis.race;

import java.util.Locale;

/** How a race ended. */
public enum RaceVerdict {
  /** One configuration is better than every other one that was compared. */
  BETTER,
  /** The seeds are used up, and several configurations cannot be told apart. */
  TIED,
  /** Several configurations differ by less than the margin. */
  EQUIVALENT,
  /** All others were withdrawn, so that no comparison shows that the last one is better. */
  UNOPPOSED,
  /** All configurations were withdrawn. */
  NONE;

  /** Return the spelling in {@code race.json}. */
  public String configName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
