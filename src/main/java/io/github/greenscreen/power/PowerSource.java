package io.github.greenscreen.power;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where the power of a run comes from, so that a guess is never taken for a measurement. */
public enum PowerSource {
  /** No power is known. */
  NONE("N/A", ""),
  /** Meters of this machine read all of it. */
  MEASURED("measured", ""),
  /** All of it is estimated. */
  ESTIMATED("estimated", "estimated"),
  /** Some devices were measured or replayed, others estimated, and all add up. */
  MIXED("mixed", "partly estimated"),
  /** At least some of it was recorded in an earlier run, and nothing is estimated. */
  REPLAYED("replayed", "replayed");

  private static final String ESTIMATED_DEVICE = "(estimated)";

  private final String spelling;
  private final String mark;

  PowerSource(String spelling, String mark) {
    this.spelling = spelling;
    this.mark = mark;
  }

  /** Return the source of {@code samples}, of which a meter with {@code facts} tells. */
  public static PowerSource of(List<PowerSample> samples, Map<String, String> facts) {
    boolean estimated = false;
    boolean other = false;
    for (PowerSample sample : samples) {
      boolean known = Double.isFinite(sample.powerW());
      boolean guess = sample.device().endsWith(ESTIMATED_DEVICE);
      estimated |= known && guess;
      other |= known && !guess;
    }
    if (estimated) {
      return other ? MIXED : ESTIMATED;
    }
    PowerSource seen = facts.containsKey(MeterFacts.REPLAYED) ? REPLAYED : MEASURED;
    return other ? seen : NONE;
  }

  /** Return the source of what adds up numbers of {@code sources}. */
  public static PowerSource together(Collection<PowerSource> sources) {
    Set<PowerSource> known = EnumSet.noneOf(PowerSource.class);
    known.addAll(sources);
    known.remove(NONE);
    if (known.size() < 2) {
      return known.stream().findFirst().orElse(NONE);
    }
    return known.contains(ESTIMATED) || known.contains(MIXED) ? MIXED : REPLAYED;
  }

  /** Return the source spelled {@code text}, if there is one. */
  public static Optional<PowerSource> find(String text) {
    return Arrays.stream(values()).filter(source -> source.spelling.equals(text)).findFirst();
  }

  /** Return one word for files, {@code N/A} where no power is known. */
  public String spelling() {
    return spelling;
  }

  /** Return what a cell of a table says that tells sources apart. */
  public String words() {
    return mark.isEmpty() ? spelling : mark;
  }

  /**
   * Return what must stand beside a number of this source in a table, chart or sentence; empty
   * where it was measured, or not known at all.
   */
  public String mark() {
    return mark;
  }
}
