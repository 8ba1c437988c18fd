package io.github.greenscreen.doctor;

import io.github.greenscreen.power.PowerMeter;
import io.github.greenscreen.power.meter.MeterSet;
import io.github.greenscreen.summary.Json;
import io.github.greenscreen.table.Column;
import io.github.greenscreen.table.JsonObject;
import io.github.greenscreen.table.Table;
import io.github.greenscreen.training.engine.EngineAcceptance;
import io.github.greenscreen.training.engine.EngineAcceptance.Check;
import io.github.greenscreen.training.engine.EngineAcceptance.Verdict;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** An acceptance run: checks of engine and meters, with their results as table and JSON. */
public final class AcceptanceRun {
  private static final Duration IDLE = Duration.ofSeconds(10);

  private final String version;
  private final PrintWriter err;
  private final List<Check> checks = new ArrayList<>();

  /** Create a run of {@code version} of the program that reports progress on {@code err}. */
  public AcceptanceRun(String version, PrintWriter err) {
    this.version = version;
    this.err = err;
  }

  /**
   * Make the checks of {@code engine}, and compare those of {@code candidates} that answer with
   * each other, on the machine that is idle first and busy then.
   *
   * @param period time between two readings of a meter
   */
  public void perform(
      Supplier<EngineAcceptance> engine, List<PowerMeter> candidates, Duration period)
      throws InterruptedException {
    try (MeterSet open = MeterSet.answering(candidates);
        AcceptanceMeters meters = new AcceptanceMeters(open.all(), period)) {
      meters.idle(IDLE);
      engine.get().run(this::add);
      meters.worked();
      meters.checks().forEach(this::add);
    }
  }

  /** Add a finished check and report it. */
  void add(Check check) {
    checks.add(check);
    err.printf("%s %s, %s: %s%n", sign(check), check.part(), check.subject(), check.found());
    err.flush();
  }

  /** Return whether no check failed. */
  public boolean passed() {
    return checks.stream().noneMatch(check -> check.verdict() == Verdict.FAILED);
  }

  /** Return a table with one line per check. */
  public Table<Check> table() {
    return Table.of(
        checks,
        Column.text("verdict", AcceptanceRun::sign).headed("", ""),
        Column.text("part", Check::part),
        Column.text("checked", Check::subject),
        Column.text("found", Check::found));
  }

  /** Return the number of checks per verdict, in words. */
  public String summary() {
    return "%s passed, %s failed, %s skipped"
        .formatted(count(Verdict.PASSED), count(Verdict.FAILED), count(Verdict.SKIPPED));
  }

  private long count(Verdict verdict) {
    return checks.stream().filter(check -> check.verdict() == verdict).count();
  }

  /** Return all results as JSON. */
  public String json(Clock clock) {
    return Json.lines(
        new JsonObject()
            .with("greenscreen", version)
            .with("date", clock.instant().toString())
            .with("java", System.getProperty("java.version"))
            .with("system", System.getProperty("os.name") + " " + System.getProperty("os.version"))
            .with("passed", passed())
            .with(
                "checks",
                JsonObject.list(table().with(Column.text("verdict", AcceptanceRun::verdict)))));
  }

  private static String verdict(Check check) {
    return check.verdict().name().toLowerCase(Locale.ROOT);
  }

  private static String sign(Check check) {
    return switch (check.verdict()) {
      case PASSED -> "ok";
      case FAILED -> "!!";
      case SKIPPED -> "--";
    };
  }
}
