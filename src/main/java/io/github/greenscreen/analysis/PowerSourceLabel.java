package io.github.greenscreen.analysis;

import io.github.greenscreen.power.PowerSource;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Labels that tell power that was not measured from power that was. */
public final class PowerSourceLabel {
  private PowerSourceLabel() {}

  /**
   * Return the mark of a heading, axis or sum over the energies of {@code runs}: {@code estimated}
   * where all are, {@code some estimated} where others stand beside them, nothing where all were
   * measured or none is known.
   */
  public static String of(Collection<RunMetrics> runs) {
    return ofSources(
        runs.stream().filter(RunMetrics::hasEnergy).map(RunMetrics::powerSource).toList());
  }

  /** Return the mark over numbers of {@code sources}, as above. */
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

  /** Return {@code text} with {@code mark} in parentheses behind it, where there is one. */
  public static String beside(String text, String mark) {
    return mark.isEmpty() ? text : text + " (" + mark + ")";
  }

  /** Return {@code unit} with {@code mark} behind a comma, where there is one. */
  public static String with(String unit, String mark) {
    return mark.isEmpty() ? unit : unit + ", " + mark;
  }
}
