package io.github.greenscreen.analysis.metrics;

import io.github.greenscreen.power.PowerSource;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Creates labels that distinguish power that was not measured from measured power. */
public final class PowerSourceLabel {
  private PowerSourceLabel() {}

  /**
   * Return the label of a heading, axis or sum over the energies of {@code runs}: {@code estimated}
   * if all are, {@code some estimated} if only some are, an empty string if all were measured or
   * none is known.
   */
  public static String of(Collection<RunMetrics> runs) {
    return ofSources(
        runs.stream().filter(RunMetrics::hasEnergy).map(RunMetrics::powerSource).toList());
  }

  /** Return the label of figures with the given {@code sources}, as {@link #of} does. */
  public static String ofSources(Collection<PowerSource> sources) {
    List<PowerSource> known =
        sources.stream().filter(source -> source != PowerSource.NONE).distinct().sorted().toList();
    if (known.size() == 1) {
      return known.get(0).mark();
    }
    return known.stream()
        .map(PowerSource::mark)
        .filter(mark -> !mark.isEmpty())
        .map(mark -> "some " + mark)
        .collect(Collectors.joining(", "));
  }

  /** Return {@code text}, followed by {@code mark} in parentheses if it is not empty. */
  public static String beside(String text, String mark) {
    return mark.isEmpty() ? text : text + " (" + mark + ")";
  }

  /** Return {@code unit}, followed by a comma and {@code mark} if it is not empty. */
  public static String with(String unit, String mark) {
    return mark.isEmpty() ? unit : unit + ", " + mark;
  }
}
