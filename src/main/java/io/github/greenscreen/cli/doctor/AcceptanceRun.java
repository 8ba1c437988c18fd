package io.github.greenscreen.cli.doctor;

import io.github.greenscreen.cli.support.VersionProvider;
import io.github.greenscreen.summary.Json;
import io.github.greenscreen.table.Column;
import io.github.greenscreen.table.JsonObject;
import io.github.greenscreen.table.Table;
import io.github.greenscreen.training.engine.EngineAcceptance.Check;
import io.github.greenscreen.training.engine.EngineAcceptance.Verdict;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The results of {@code doctor --accept}: checks of engine and meters, as table and JSON. */
final class AcceptanceRun {
  private final PrintWriter err;
  private final List<Check> checks = new ArrayList<>();

  /** Report progress on {@code err}. */
  AcceptanceRun(PrintWriter err) {
    this.err = err;
  }

  /** Add a finished check and report it. */
  void add(Check check) {
    checks.add(check);
    err.printf("%s %s, %s: %s%n", sign(check), check.part(), check.subject(), check.found());
    err.flush();
  }

  /** Return whether no check failed. */
  boolean passed() {
    return checks.stream().noneMatch(check -> check.verdict() == Verdict.FAILED);
  }

  /** Return a table with one line per check. */
  Table<Check> table() {
    return Table.of(
        checks,
        Column.text("verdict", AcceptanceRun::sign).headed("", ""),
        Column.text("part", Check::part),
        Column.text("checked", Check::subject),
        Column.text("found", Check::found));
  }

  /** Return the number of checks per verdict, in words. */
  String summary() {
    return "%s passed, %s failed, %s skipped"
        .formatted(count(Verdict.PASSED), count(Verdict.FAILED), count(Verdict.SKIPPED));
  }

  private long count(Verdict verdict) {
    return checks.stream().filter(check -> check.verdict() == verdict).count();
  }

  /** Return all results as JSON. */
  String json(Clock clock) {
    return Json.lines(
        new JsonObject()
            .with("greenscreen", new VersionProvider().of("greenscreen"))
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
