package io.github.greenscreen.doctor;

import io.github.greenscreen.data.DataSets;
import io.github.greenscreen.data.image.ImageSet;
import io.github.greenscreen.format.TextNumberFormat;
import io.github.greenscreen.space.Configuration;
import io.github.greenscreen.table.Column;
import io.github.greenscreen.table.Table;
import io.github.greenscreen.table.TextTable;
import io.github.greenscreen.training.benchmark.StepBenchmark;
import io.github.greenscreen.training.engine.EngineInfo;
import io.github.greenscreen.training.hyperparameter.ConfigChoice;
import io.github.greenscreen.training.hyperparameter.ExecutionMode;
import io.github.greenscreen.training.hyperparameter.Hyperparameters;
import io.github.greenscreen.training.hyperparameter.MemoryFormat;
import io.github.greenscreen.training.hyperparameter.Precision;
import io.github.greenscreen.training.hyperparameter.Stem;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A benchmark of training throughput, in images per second, for every precision, memory format and
 * stem, with and without compilation. All cells are measured in turn over several rounds, so that
 * other load on the machine affects all of them alike.
 */
public final class ThroughputBenchmark {
  private static final int ROUNDS = 3;
  private static final List<String> COMPILATIONS =
      List.of(ExecutionMode.NONE.configName(), ExecutionMode.JIT_COMPILATION.configName());

  /** Small enough that no training diverges. */
  private static final String LEARNING_RATE = "1.0e-6";

  private final Map<String, String> pinned;
  private final Hyperparameters common;
  private final List<ThroughputSample> cells = new ArrayList<>();
  private final List<String> refusals = new ArrayList<>();

  /** Measure only cells with the values {@code pinned}, which must be valid. */
  public ThroughputBenchmark(Map<String, String> pinned) {
    this.pinned = pinned;
    this.common = how(Map.of());
    for (String precision : values("precision", ConfigChoice.configNames(Precision.class))) {
      for (String memoryFormat :
          values("memory_format", ConfigChoice.configNames(MemoryFormat.class))) {
        for (String internal : values("internal", compilations(memoryFormat))) {
          addRow(
              Map.of("precision", precision, "memory_format", memoryFormat, "internal", internal));
        }
      }
    }
  }

  private void addRow(Map<String, String> values) {
    for (String stem : values("stem", stems())) {
      Map<String, String> cell = new LinkedHashMap<>(values);
      cell.put("stem", stem);
      cells.add(new ThroughputSample(how(cell)));
    }
  }

  /**
   * Return the execution modes to measure; compilation in the slower memory format hardly matters.
   */
  private List<String> compilations(String memoryFormat) {
    boolean both =
        memoryFormat.equals(MemoryFormat.CHANNELS_LAST.configName())
            || pinned.containsKey("memory_format");
    return both ? COMPILATIONS : COMPILATIONS.subList(0, 1);
  }

  /**
   * Measure every cell, report progress on {@code err}, and return whether any cell has a number.
   */
  public boolean measure(StepBenchmark timer, PrintWriter err) {
    ImageSet images = DataSets.open("shapes", Optional.empty(), common.imageSize());
    for (int round = 1; round <= ROUNDS; round++) {
      for (ThroughputSample cell : cells) {
        if (cell.refusal().isEmpty()) {
          cell.measure(timer, images);
          err.printf("round %s of %s: %s: %s%n", round, ROUNDS, name(cell), number(cell));
          err.flush();
        }
      }
    }
    return cells.stream().anyMatch(cell -> cell.refusal().isEmpty());
  }

  /** Return heading, table, and notes on missing numbers and effective settings. */
  public String text(boolean markdown) {
    List<Stem> stems = cells.stream().map(ThroughputSample::stem).distinct().toList();
    List<Integer> rows =
        IntStream.iterate(0, i -> i < cells.size(), i -> i + stems.size()).boxed().toList();
    Table<Integer> table =
        Table.of(
                rows,
                Column.text("precision", (Integer i) -> cells.get(i).precision().configName()),
                Column.text("memory format", i -> cells.get(i).memoryFormat().configName()),
                Column.text("compilation", i -> cells.get(i).internal().configName()))
            .and(IntStream.range(0, stems.size()).mapToObj(i -> speeds(i, stems.get(i))).toList());
    StringBuilder text = new StringBuilder(heading()).append("\n\n");
    text.append(markdown ? TextTable.markdown(table) : TextTable.of(table));
    List<String> notes = notes();
    text.append(notes.isEmpty() ? "" : "\n");
    notes.forEach(note -> text.append(markdown ? "- " : "").append(note).append('\n'));
    return text.toString();
  }

  private Hyperparameters how(Map<String, String> cell) {
    Map<String, String> values = new LinkedHashMap<>(Map.of("lr", LEARNING_RATE));
    values.putAll(pinned);
    values.putAll(cell);
    return Hyperparameters.of(Configuration.of(values));
  }

  private List<String> values(String parameter, List<String> all) {
    return pinned.containsKey(parameter) ? List.of(pinned.get(parameter)) : all;
  }

  private List<String> stems() {
    List<String> all = ConfigChoice.configNames(Stem.class);
    return common.model().hasStem() ? all : all.subList(0, 1);
  }

  private Column<Integer> speeds(int place, Stem stem) {
    return Column.right(
        common.model().hasStem() ? stem.configName() + " stem" : "images/s",
        first -> entry(cells.get(first + place)));
  }

  private String heading() {
    String what =
        "Images/s in training %s, batch size %s"
            .formatted(common.model().configName(), common.batchSize());
    return preparations()
        .findFirst()
        .map(EngineInfo::facts)
        .map(
            facts ->
                "%s, on %s (threads %s, PyTorch %s)"
                    .formatted(
                        what,
                        facts.getOrDefault("device", "an unknown device"),
                        facts.getOrDefault("threads", "unknown"),
                        facts.getOrDefault("pytorch", "unknown")))
        .orElse(what);
  }

  private Stream<EngineInfo> preparations() {
    return cells.stream().map(ThroughputSample::preparation).flatMap(Optional::stream);
  }

  /** Return the number of {@code cell}, or a reference to the note that explains its absence. */
  private String entry(ThroughputSample cell) {
    if (cell.refusal().isEmpty()) {
      return TextNumberFormat.fixed(cell.imagesPerSecond(), 1, "");
    }
    String reason = cell.refusal().get();
    if (!refusals.contains(reason)) {
      refusals.add(reason);
    }
    return "[" + (refusals.indexOf(reason) + 1) + "]";
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    for (int i = 0; i < refusals.size(); i++) {
      notes.add("[" + (i + 1) + "] " + refusals.get(i));
    }
    cells.stream()
        .map(ThroughputBenchmark::effective)
        .flatMap(Optional::stream)
        .distinct()
        .forEach(notes::add);
    return notes;
  }

  private static Optional<String> effective(ThroughputSample cell) {
    return cell.preparation()
        .map(EngineInfo::effective)
        .filter(effective -> !effective.isEmpty())
        .map(
            effective ->
                cell.precision().configName()
                    + " ran with "
                    + Configuration.of(effective).sentence());
  }

  private static String name(ThroughputSample cell) {
    return "%s, %s, %s, %s stem"
        .formatted(
            cell.precision().configName(),
            cell.memoryFormat().configName(),
            cell.internal().configName(),
            cell.stem().configName());
  }

  private static String number(ThroughputSample cell) {
    return cell.refusal()
        .orElseGet(() -> TextNumberFormat.fixed(cell.imagesPerSecond(), 1, " images/s"));
  }
}
