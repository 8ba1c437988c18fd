package io.github.greenscreen.cli.power;

import io.github.greenscreen.console.TextTable;
import io.github.greenscreen.format.ValueFormat;
import io.github.greenscreen.power.PowerMeter;
import io.github.greenscreen.power.PowerSampler;
import io.github.greenscreen.power.meter.Calibration;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Calibrates meters: samples them as fast as possible and assesses their readings. */
final class MeterCalibration {
  /** Sampling period; shorter than the update interval of any known meter. */
  private static final Duration PERIOD = Duration.ofMillis(10);

  private MeterCalibration() {}

  /**
   * The result of a calibration.
   *
   * @param table one line per device
   * @param whole whether the meters were sampled for the full time
   */
  record Result(TextTable table, boolean whole) {}

  /**
   * Sample all {@code meters} concurrently for {@code length} and assess their devices. If the
   * thread is interrupted, the assessment uses the samples so far.
   */
  static Result of(List<PowerMeter> meters, Duration length) {
    List<PowerSampler> samplers = new ArrayList<>();
    boolean whole = true;
    try {
      meters.forEach(meter -> samplers.add(PowerSampler.start(meter, PERIOD, reading -> {})));
      Thread.sleep(length.toMillis());
    } catch (InterruptedException e) {
      whole = false;
    } finally {
      samplers.forEach(PowerSampler::close);
    }
    return new Result(table(meters, samplers), whole);
  }

  private static TextTable table(List<PowerMeter> meters, List<PowerSampler> samplers) {
    TextTable table =
        new TextTable(
            "meter",
            "device",
            ">readings",
            ">mean W",
            ">noise W",
            ">min W",
            ">max W",
            ">read every",
            ">value changes every");
    for (int i = 0; i < meters.size(); i++) {
      String name = meters.get(i).name();
      Calibration.of(samplers.get(i).samples()).forEach(found -> row(table, name, found));
    }
    return table;
  }

  private static void row(TextTable table, String meter, Calibration found) {
    table.row(
        meter,
        found.device(),
        found.readings(),
        ValueFormat.number(found.meanW(), 2, ""),
        ValueFormat.number(found.noiseW(), 2, ""),
        ValueFormat.number(found.minW(), 2, ""),
        ValueFormat.number(found.maxW(), 2, ""),
        ValueFormat.number(found.readMillis(), 0, " ms"),
        (found.isLimitedByReading() ? "<= " : "")
            + ValueFormat.number(found.updateMillis(), 0, " ms"));
  }
}
