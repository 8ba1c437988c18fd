package io.github.greenscreen.report.context;

import io.github.greenscreen.chart.model.RunPhase;
import io.github.greenscreen.chart.model.RunPhase.Kind;
import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.run.model.EpochRow;
import io.github.greenscreen.run.model.TimedPhase;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The phases of a run over time, as far as its folder records them. An epoch ends when its row was
 * written, and its duration is that in the row; the validating share of each epoch is assumed to be
 * that of the whole run. Rows have whole seconds, so boundaries are accurate to half a second.
 */
public final class RunPhases {
  /** Maximum number of epochs that can be distinguished in a chart, with two phases each. */
  private static final int MAX_EPOCHS = 60;

  private static final long HALF_SECOND = 500;
  private static final long QUARTER_HOUR = 15 * 60 * 1000L;
  private static final double MILLIS = 1000;

  private final RunRecord run;
  private final List<EpochRow> epochs;

  private RunPhases(RunRecord run) {
    this.run = run;
    this.epochs = run.epochs().stream().filter(EpochRow::isTraining).toList();
  }

  /** Return the phases of {@code run}; none if its folder does not record their times. */
  public static List<RunPhase> of(RunRecord run) {
    return new RunPhases(run).find();
  }

  private List<RunPhase> find() {
    Optional<Instant> started = run.status().started();
    boolean timed = epochs.stream().allMatch(row -> Double.isFinite(row.epochSeconds()));
    if (started.isEmpty() || epochs.isEmpty() || !timed) {
      return List.of();
    }
    long offset = offset(started.get());
    List<RunPhase> spans = new ArrayList<>();
    long before = started.get().toEpochMilli();
    for (EpochRow row : epochs) {
      long end = millis(row.time()) - offset + HALF_SECOND;
      long alone = Math.max(before, end - Math.round(MILLIS * row.epochSeconds()));
      long begin = !spans.isEmpty() && alone - before < 2 * HALF_SECOND ? before : alone;
      if (spans.isEmpty()) {
        add(spans, Kind.LOAD, before, begin);
      }
      epoch(spans, begin, end);
      before = end;
    }
    add(spans, Kind.TEST, before, run.status().ended().map(Instant::toEpochMilli).orElse(before));
    return spans;
  }

  private void epoch(List<RunPhase> spans, long begin, long end) {
    double share = validationShare();
    if (epochs.size() > MAX_EPOCHS || Double.isNaN(share)) {
      add(spans, Kind.EPOCHS, begin, end);
      return;
    }
    long border = end - Math.round(share * (end - begin));
    add(spans, Kind.TRAIN, begin, border);
    add(spans, Kind.VALIDATE, border, end);
  }

  /** Return the validating share of an epoch, NaN if the run does not record it. */
  private double validationShare() {
    Map<String, Double> seconds = run.status().seconds();
    double train = TimedPhase.TRAIN.of(seconds);
    double validate = TimedPhase.VALIDATE.of(seconds);
    return train + validate > 0 ? validate / (train + validate) : Double.NaN;
  }

  private static void add(List<RunPhase> spans, Kind kind, long from, long to) {
    if (to > from) {
      spans.add(new RunPhase(kind, from, to));
    }
  }

  /**
   * Return the offset of the log's clock from universal time. Its first row was written seconds
   * after the run began, and time zones differ by quarters of an hour.
   */
  private long offset(Instant started) {
    double ahead = millis(run.epochs().get(0).time()) - started.toEpochMilli();
    boolean pre = run.epochs().get(0).epoch().equals("pre");
    double seconds = pre ? 0 : MILLIS * epochs.get(0).epochSeconds();
    return Math.round((ahead - seconds) / QUARTER_HOUR) * QUARTER_HOUR;
  }

  private static long millis(LocalDateTime time) {
    return time.toInstant(ZoneOffset.UTC).toEpochMilli();
  }
}
