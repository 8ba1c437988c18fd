package io.github.greenscreen.power;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The origin of a run's power, which distinguishes estimates from measurements. */
public enum PowerSource {
  /** The power is unknown. */
  NONE("N/A", ""),
  /** Meters of this machine measured all of it. */
  MEASURED("measured", ""),
  /** All of it is estimated. */
  ESTIMATED("estimated", "estimated"),
  /** Some devices were measured or replayed, others estimated. */
  MIXED("mixed", "partly estimated"),
  /** At least some of it was recorded in an earlier run, and nothing is estimated. */
  REPLAYED("replayed", "replayed");

  private static final String ESTIMATED_DEVICE = "(estimated)";

  private final String configName;
  private final String mark;

  PowerSource(String configName, String mark) {
    this.configName = configName;
    this.mark = mark;
  }

  /** Return the source of {@code samples} from a meter with {@code facts}. */
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

  /** Return the source of a sum of numbers from {@code sources}. */
  public static PowerSource together(Collection<PowerSource> sources) {
    Set<PowerSource> known = EnumSet.noneOf(PowerSource.class);
    known.addAll(sources);
    known.remove(NONE);
    if (known.size() < 2) {
      return known.stream().findFirst().orElse(NONE);
    }
    return known.contains(ESTIMATED) || known.contains(MIXED) ? MIXED : REPLAYED;
  }

  /** Return the source whose spelling is {@code text}, if it exists. */
  public static Optional<PowerSource> find(String text) {
    return Arrays.stream(values()).filter(source -> source.configName.equals(text)).findFirst();
  }

  /** Return one word for files, {@code N/A} if the power is unknown. */
  public String configName() {
    return configName;
  }

  /** Return the text of a table cell that distinguishes sources. */
  public String words() {
    return mark.isEmpty() ? configName : mark;
  }

  /**
   * Return the mark next to a number of this source in a table, chart, or sentence; empty if it was
   * measured or is unknown.
   */
  public String mark() {
    return mark;
  }
}
