package io.github.greenscreen.training.energy;

import io.github.greenscreen.power.PowerTrace;
import io.github.greenscreen.power.PowerWindow;
import io.github.greenscreen.run.model.EnergyCounterReading;
import io.github.greenscreen.run.model.RunEnergy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Sums the energy of a run over its epochs, and decides whether the samples suffice. If they do,
 * short gaps are bridged, so that missed time does not count as zero; if they do not, only the
 * measured energy is summed and the result is incomplete.
 */
public final class EnergyAccumulator {
  private static final double SECONDS_PER_HOUR = 3600;

  private final List<Epoch> epochs = new ArrayList<>();

  /** Include the time from {@code fromMillis} to {@code toMillis}. */
  public void add(long fromMillis, long toMillis) {
    if (toMillis > fromMillis) {
      epochs.add(new Epoch(fromMillis, toMillis));
    }
  }

  /** Return the totals of {@code trace} over the included time. */
  public EnergyTotals sum(PowerTrace trace) {
    List<PowerWindow> windows = windows(trace);
    return new EnergyTotals(
        windows.stream().mapToDouble(PowerWindow::seconds).sum(),
        windows.stream().mapToDouble(PowerWindow::coveredSeconds).sum(),
        windows.stream().mapToDouble(PowerWindow::sampledSeconds).sum(),
        sum(windows, PowerWindow::energyWh),
        sum(windows(trace.bridged()), PowerWindow::energyWh) + counters(trace).correctionWh(),
        windows.stream().mapToInt(PowerWindow::gaps).sum(),
        windows.stream().mapToDouble(PowerWindow::longestGapSeconds).max().orElse(0),
        0,
        0,
        0,
        String.join(", ", trace.silentDevices()));
  }

  /**
   * Return the energy in {@code trace} on a machine with idle power {@code idlePowerW}. Devices
   * with a trusted energy counter are measured by it, others by trapezoids.
   */
  RunEnergy total(PowerTrace trace, double idlePowerW) {
    return total(sum(trace), idlePowerW);
  }

  /** Return the energy in {@code sum} on a machine with idle power {@code idlePowerW}. */
  static RunEnergy total(EnergyTotals sum, double idlePowerW) {
    double percent = 100 * sum.sampledShare();
    String incomplete = incomplete(sum, percent);
    boolean bears = incomplete.isEmpty();
    double gross = bears ? sum.bridgedWh() : sum.measuredWh();
    double time = bears ? sum.seconds() : sum.coveredSeconds();
    double net = gross - idlePowerW * time / SECONDS_PER_HOUR;
    return new RunEnergy(gross, idlePowerW, net, percent, incomplete);
  }

  /** Return the energy by counters and by trapezoids, or empty if no device has a counter. */
  Optional<EnergyCounterReading> both(PowerTrace trace) {
    EnergyCounterCheck counters = counters(trace);
    if (counters.isEmpty()) {
      return Optional.empty();
    }
    RunEnergy total = total(trace, Double.NaN);
    boolean bears = total.incomplete().isEmpty();
    return Optional.of(
        new EnergyCounterReading(
            total.grossWh() - (bears ? counters.correctionWh() : 0),
            counters.counterWh(),
            counters.ratio(),
            counters.source(bears)));
  }

  private EnergyCounterCheck counters(PowerTrace trace) {
    return EnergyCounterCheck.of(trace, epochs);
  }

  private static String incomplete(EnergyTotals sum, double percent) {
    if (!sum.silent().isEmpty()) {
      return sum.silent() + " returned no power";
    }
    return percent >= RunEnergy.MIN_COVERAGE_PERCENT
        ? ""
        : String.format(
            Locale.ROOT,
            "power samples cover %.1f %% of the training time; at least %.0f %% is needed",
            percent,
            RunEnergy.MIN_COVERAGE_PERCENT);
  }

  private List<PowerWindow> windows(PowerTrace trace) {
    return epochs.stream().map(epoch -> trace.between(epoch.from(), epoch.to())).toList();
  }

  /** Sum the known values; NaN if none is known. */
  private static double sum(List<PowerWindow> windows, ToDoubleFunction<PowerWindow> quantity) {
    return windows.stream()
        .mapToDouble(quantity)
        .filter(value -> !Double.isNaN(value))
        .reduce(Double::sum)
        .orElse(Double.NaN);
  }

  /**
   * The time of an epoch.
   *
   * @param from start in milliseconds since 1970
   * @param to end in milliseconds since 1970
   */
  record Epoch(long from, long to) {}
}
