package io.github.greenscreen.cli.report;

import static io.github.greenscreen.table.CellFormat.COEFFICIENT;
import static io.github.greenscreen.table.CellFormat.PERCENT;
import static io.github.greenscreen.table.CellFormat.QUANTITY;
import static io.github.greenscreen.table.CellFormat.RIGHT;

import io.github.greenscreen.analysis.metrics.RunMetrics;
import io.github.greenscreen.analysis.metrics.RunMetricsFactory;
import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.run.evaluation.StoredNetwork;
import io.github.greenscreen.summary.VaryingParameters;
import io.github.greenscreen.table.CellFormat;
import io.github.greenscreen.table.Column;
import io.github.greenscreen.table.Table;
import io.github.greenscreen.training.hyperparameter.ConfigChoice;
import io.github.greenscreen.training.hyperparameter.ExecutionMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Runs side by side: the parameters that tell them apart, their scores, stored sizes, time, and
 * energy, and how many times smaller, faster, and cheaper they are than the first run of the same
 * network.
 */
final class ComparisonTable {
  private static final String MODEL = "model";

  /**
   * A run and the first one of the same network.
   *
   * @param size stored size of the network
   */
  private record Compared(RunMetrics run, StoredNetwork size, Compared first) {
    /** Return the bytes of the delivered network, compressed, or NaN. */
    double delivered() {
      return run.configuration()
              .find("internal")
              .flatMap(mode -> ConfigChoice.find(ExecutionMode.class, mode))
              .filter(ExecutionMode::quantizes)
              .isPresent()
          ? size.int8GzipBytes()
          : size.gzipBytes();
    }

    /** Return {@code figure} of the first run of this network, divided by that of this run. */
    double times(ToDoubleFunction<Compared> figure) {
      return figure.applyAsDouble(first == null ? this : first) / figure.applyAsDouble(this);
    }
  }

  private ComparisonTable() {}

  /** Return the table of {@code records} in their order. */
  static Table<?> of(List<RunRecord> records) {
    List<Compared> runs = compared(records);
    VaryingParameters varying =
        VaryingParameters.distinguishing(
            runs.stream().map(each -> each.run().configuration()).toList());
    Table<Compared> table =
        Table.of(
            runs,
            Column.text("run", each -> each.run().name()),
            Column.<Compared>text("parameters", each -> varying.values(each.run().configuration()))
                .headed(varying.names(), varying.names()),
            percent("accuracy", each -> each.run().accuracy()),
            figure("val_f1", "F1", COEFFICIENT, each -> each.run().detail().scores().valF1()),
            percent("test_accuracy", each -> each.run().testAccuracy()).headed("test", "Test"),
            percent("sparsity", each -> each.size().sparsity()),
            bytes("float32_bytes", "bytes", each -> each.size().bytes()),
            bytes("float32_gzip_bytes", "gzip", each -> each.size().gzipBytes()),
            bytes("int8_bytes", "int8", each -> each.size().int8Bytes()),
            bytes("int8_gzip_bytes", "int8+gzip", each -> each.size().int8GzipBytes()),
            figure("times_smaller", "smaller", QUANTITY, each -> each.times(Compared::delivered)),
            figure("seconds", "seconds", QUANTITY, each -> each.run().seconds()),
            figure(
                "times_faster", "faster", QUANTITY, each -> each.times(one -> one.run().seconds())),
            figure("energy_Wh", "energy Wh", QUANTITY, each -> each.run().energyWh()),
            figure(
                "times_cheaper",
                "cheaper",
                QUANTITY,
                each -> each.times(one -> one.run().energyWh())));
    return varying.names().isEmpty() ? table.without("parameters") : table;
  }

  private static List<Compared> compared(List<RunRecord> records) {
    Map<String, Compared> firsts = new LinkedHashMap<>();
    return records.stream()
        .map(
            record -> {
              RunMetrics run = RunMetricsFactory.of(record);
              StoredNetwork size = StoredNetwork.of(record.status().environment());
              String model = run.configuration().find(MODEL).orElse("");
              Compared each = new Compared(run, size, firsts.get(model));
              firsts.putIfAbsent(model, each);
              return each;
            })
        .toList();
  }

  private static Column<Compared> percent(String name, Function<Compared, Double> value) {
    return Column.<Compared>of(name, PERCENT, value).in("%");
  }

  private static Column<Compared> figure(
      String name, String heading, CellFormat format, Function<Compared, Double> value) {
    return Column.<Compared>of(name, format, value).headed(heading, heading);
  }

  /** Return a column of whole numbers, which are not rounded. */
  private static Column<Compared> bytes(
      String name, String heading, ToDoubleFunction<Compared> value) {
    return Column.<Compared>of(name, RIGHT, each -> whole(value.applyAsDouble(each)))
        .headed(heading, heading);
  }

  private static Object whole(double number) {
    return Double.isNaN(number) ? (Object) number : (Object) (long) number;
  }
}
