package io.github.greenscreen.report;

import io.github.greenscreen.analysis.PowerSourceLabel;
import io.github.greenscreen.run.RunRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** The conditions of the experiment, as the runs recorded them. */
final class ExperimentConditions {
  static final String NOT_RECORDED = "not recorded";

  private static final int MOST_VALUES = 3;
  private static final Map<String, String> SPELLINGS =
      Map.of(
          "cifar10", "CIFAR-10",
          "cifar100", "CIFAR-100",
          "shapes", "shapes (drawn by greenscreen)",
          "resnet50", "ResNet-50",
          "resnet20", "ResNet-20");

  private final List<RunRecord> runs;

  ExperimentConditions(List<RunRecord> runs) {
    this.runs = List.copyOf(runs);
  }

  /** Return the network, or {@link #NOT_RECORDED}. */
  String network() {
    return joined(run -> spelled(run.plan().configuration().find("model").orElse("")));
  }

  /** Return the data set, or {@link #NOT_RECORDED}. */
  String dataset() {
    return joined(run -> spelled(run.plan().dataset()));
  }

  /** Return the epochs per run, or {@link #NOT_RECORDED}. */
  String epochs() {
    return joined(
        run -> {
          int planned = run.plan().epochs().orElse(0);
          return planned > 0 ? Integer.toString(planned) : "";
        });
  }

  /** Return the distinct values of a fact of {@code status.yaml}, or {@link #NOT_RECORDED}. */
  String of(String key) {
    return joined(run -> run.status().facts().getOrDefault(key, ""));
  }

  /** Return whether any run recorded the fact. */
  boolean knows(String key) {
    return !of(key).equals(NOT_RECORDED);
  }

  /** Return all recorded facts for a table, by name. */
  Map<String, String> table() {
    Map<String, String> table = new LinkedHashMap<>();
    table.put("Network", network());
    table.put("Data set", dataset());
    table.put("Epochs per run", epochs());
    table.put("Device", of("device"));
    table.put("Host", of("host"));
    table.put("Power meter", meter());
    table.put("greenscreen", of("greenscreen"));
    table.put("DJL", of("djl"));
    table.put("PyTorch", of("pytorch"));
    table.put("Java", of("java"));
    table.values().removeIf(NOT_RECORDED::equals);
    return table;
  }

  /**
   * Return the meter and its period, for instance {@code nvidia-smi, every 1 s}, with a mark if it
   * did not measure.
   */
  String meter() {
    if (!knows("meter_period_s") || of("meter").equals("none")) {
      return of("meter");
    }
    String read = of("meter") + ", every " + of("meter_period_s") + " s";
    return PowerSourceLabel.beside(
        read, PowerSourceLabel.ofSources(runs.stream().map(RunRecord::powerSource).toList()));
  }

  private String joined(Function<RunRecord, String> fact) {
    List<String> values =
        runs.stream()
            .map(fact)
            .filter(Objects::nonNull)
            .filter(value -> !value.isBlank())
            .distinct()
            .toList();
    if (values.isEmpty()) {
      return NOT_RECORDED;
    }
    int shown = Math.min(MOST_VALUES, values.size());
    String more = values.size() > shown ? " and " + (values.size() - shown) + " more" : "";
    return String.join(", ", values.subList(0, shown)) + more;
  }

  private static String spelled(String name) {
    return SPELLINGS.getOrDefault(name.toLowerCase(Locale.ROOT), name);
  }
}
