package io.github.greenscreen.sweep;

import io.github.greenscreen.power.PowerSource;
import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.run.model.RunEnergy;
import io.github.greenscreen.run.model.RunPurpose;
import io.github.greenscreen.run.model.RunState;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The energy budget of a sweep. The next run is predicted to take the mean energy of the completed
 * runs whose energy is known, the baseline included. A run with incomplete energy counts as
 * measured energy ÷ covered share of the time; an unmeasured run counts as the mean, because
 * missing is never zero.
 */
final class EnergyBudget {
  private final double wattHours;

  EnergyBudget(double wattHours) {
    this.wattHours = wattHours;
  }

  /**
   * Return why no further run may begin after {@code runs}, or empty if one may. The runs called
   * {@code going} are in training and are predicted to take the mean as well.
   */
  Optional<String> refusal(List<RunRecord> runs, Set<String> going) {
    double mean =
        runs.stream()
            .filter(run -> run.status().state() == RunState.COMPLETED)
            .map(run -> run.status().measurements().energy())
            .filter(RunEnergy::isComplete)
            .mapToDouble(RunEnergy::grossWh)
            .average()
            .orElse(0);
    double spent =
        runs.stream()
            .filter(run -> run.status().purpose() == RunPurpose.SWEEP)
            .filter(run -> run.status().attempts() > 0 && !going.contains(run.name()))
            .mapToDouble(run -> energyWh(run.status().measurements().energy(), mean))
            .sum();
    double taken = spent + going.size() * mean;
    return taken < wattHours && taken + mean <= wattHours
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "energy budget of %s would be exceeded: the runs so far used %s%s, and the next "
                    + "would use about %s",
                spell(wattHours),
                spell(taken),
                mark(runs),
                spell(mean)));
  }

  /** Return a remark if not all of the energy was measured. */
  private static String mark(List<RunRecord> runs) {
    String mark = PowerSource.together(runs.stream().map(RunRecord::powerSource).toList()).mark();
    return mark.isEmpty() ? "" : " (" + mark + ")";
  }

  private static double energyWh(RunEnergy energy, double mean) {
    if (energy.isComplete()) {
      return energy.grossWh();
    }
    double whole = 100 * energy.grossWh() / energy.coveragePercent();
    return Double.isFinite(whole) ? whole : mean;
  }

  private static String spell(double wattHours) {
    return wattHours >= 1000
        ? String.format(Locale.ROOT, "%.4g kWh", wattHours / 1000)
        : String.format(Locale.ROOT, "%.4g Wh", wattHours);
  }
}
