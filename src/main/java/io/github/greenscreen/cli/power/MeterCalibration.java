package io.github.greenscreen.cli.power;

import io.github.greenscreen.format.TextNumberFormat;
import io.github.greenscreen.power.PowerMeter;
import io.github.greenscreen.power.PowerSampler;
import io.github.greenscreen.power.meter.Calibration;
import io.github.greenscreen.table.CellFormat;
import io.github.greenscreen.table.Column;
import io.github.greenscreen.table.Table;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

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
  record Result(Table<?> table, boolean whole) {}

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

  private record Line(String meter, Calibration found) {}

  private static Table<Line> table(List<PowerMeter> meters, List<PowerSampler> samplers) {
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < meters.size(); i++) {
      String name = meters.get(i).name();
      Calibration.of(samplers.get(i).samples()).forEach(found -> lines.add(new Line(name, found)));
    }
    return Table.of(
        lines,
        Column.text("meter", Line::meter),
        Column.text("device", line -> line.found().device()),
        Column.of("readings", CellFormat.COUNT, line -> line.found().readings()),
        watts("mean W", Calibration::meanW),
        watts("noise W", Calibration::noiseW),
        watts("min W", Calibration::minW),
        watts("max W", Calibration::maxW),
        Column.right("read every", line -> millis(line.found().readMillis())),
        Column.right(
            "value changes every",
            line ->
                (line.found().isLimitedByReading() ? "<= " : "")
                    + millis(line.found().updateMillis())));
  }

  private static Column<Line> watts(String heading, ToDoubleFunction<Calibration> watts) {
    return Column.right(
        heading, line -> TextNumberFormat.fixed(watts.applyAsDouble(line.found()), 2, ""));
  }

  private static String millis(double millis) {
    return TextNumberFormat.fixed(millis, 0, " ms");
  }
}
