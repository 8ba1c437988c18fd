package io.github.greenscreen.report.context;

import io.github.greenscreen.chart.model.RunInterval;
import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.run.model.EpochRow;
import io.github.greenscreen.run.model.RunEnvironment;
import io.github.greenscreen.run.model.RunState;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The times and places of all runs.
 *
 * @param lanes names of the places; a place has several lanes if several runs were active on it
 * @param intervals runs whose times are known, in order of their start
 * @param unknown number of runs whose times are unknown
 */
public record Timeline(List<String> lanes, List<RunInterval> intervals, int unknown) {
  private static final Set<RunState> NEVER = Set.of(RunState.WAITING);

  /** The time and place of one run. */
  private record Span(RunRecord run, String place, Instant from, Instant to) {}

  /** Lay out {@code runs}; those still running extend to {@code now}. */
  public static Timeline of(List<RunRecord> runs, ZonedDateTime now) {
    List<Span> spans =
        runs.stream()
            .flatMap(run -> span(run, now).stream())
            .sorted(Comparator.comparing(Span::from).thenComparing(span -> span.run().name()))
            .toList();
    Map<String, List<Instant>> free = new LinkedHashMap<>();
    spans.stream().map(Span::place).sorted().forEach(p -> free.put(p, new ArrayList<>()));
    List<int[]> slots = new ArrayList<>();
    for (Span span : spans) {
      slots.add(new int[] {slot(free.get(span.place()), span)});
    }
    List<String> lanes = new ArrayList<>();
    Map<String, Integer> first = new LinkedHashMap<>();
    free.forEach(
        (place, ends) -> {
          first.put(place, lanes.size());
          ends.forEach(end -> lanes.add(place));
        });
    List<RunInterval> intervals = new ArrayList<>();
    for (int i = 0; i < spans.size(); i++) {
      Span span = spans.get(i);
      int lane = first.get(span.place()) + slots.get(i)[0];
      intervals.add(
          new RunInterval(
              span.run().name(), lane, span.from(), span.to(), span.run().status().state()));
    }
    return new Timeline(lanes, intervals, runs.size() - spans.size());
  }

  /** Return the first slot that is free when {@code span} begins, and occupy it. */
  private static int slot(List<Instant> ends, Span span) {
    for (int i = 0; i < ends.size(); i++) {
      if (!ends.get(i).isAfter(span.from())) {
        ends.set(i, span.to());
        return i;
      }
    }
    ends.add(span.to());
    return ends.size() - 1;
  }

  private static Optional<Span> span(RunRecord run, ZonedDateTime now) {
    Optional<Instant> from = run.status().started().or(() -> time(run, 0, now.getZone()));
    Optional<Instant> to =
        run.status().state() == RunState.RUNNING
            ? Optional.of(now.toInstant())
            : run.status().ended().or(() -> time(run, run.epochs().size() - 1, now.getZone()));
    if (NEVER.contains(run.status().state()) || from.isEmpty()) {
      return Optional.empty();
    }
    Instant end = to.filter(moment -> moment.isAfter(from.get())).orElse(from.get());
    return Optional.of(new Span(run, place(run), from.get(), end));
  }

  /** Return the time of a row of the log, the only record of times in folders of the study. */
  private static Optional<Instant> time(RunRecord run, int row, ZoneId zone) {
    return run.epochs().stream()
        .skip(Math.max(0, row))
        .findFirst()
        .map(EpochRow::time)
        .map((LocalDateTime time) -> time.atZone(zone).toInstant());
  }

  /** Return host and device, for instance {@code node7, NVIDIA A100 (…3f2a)}. */
  public static String place(RunRecord run) {
    RunEnvironment environment = run.status().environment();
    String host = environment.host();
    String device = environment.device();
    String uuid = environment.deviceUuid();
    String tail =
        uuid.isEmpty() ? "" : " (…" + uuid.substring(Math.max(0, uuid.length() - 4)) + ")";
    String place = host + (host.isEmpty() || device.isEmpty() ? "" : ", ") + device + tail;
    return place.isBlank() ? "place not recorded" : place;
  }
}
