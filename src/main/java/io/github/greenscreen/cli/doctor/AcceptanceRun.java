package io.github.greenscreen.cli.doctor;

import io.github.greenscreen.cli.support.VersionProvider;
import io.github.greenscreen.console.TextTable;
import io.github.greenscreen.summary.Json;
import io.github.greenscreen.training.engine.EngineAcceptance.Check;
import io.github.greenscreen.training.engine.EngineAcceptance.Verdict;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

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
  TextTable table() {
    TextTable table = new TextTable("", "part", "checked", "found");
    checks.forEach(check -> table.row(sign(check), check.part(), check.subject(), check.found()));
    return table;
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
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("greenscreen", new VersionProvider().of("greenscreen"));
    document.put("date", clock.instant().toString());
    document.put("java", System.getProperty("java.version"));
    document.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
    document.put("passed", passed());
    document.put("checks", checks.stream().map(AcceptanceRun::values).toList());
    return Json.lines(document);
  }

  private static Map<String, String> values(Check check) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("verdict", check.verdict().name().toLowerCase(Locale.ROOT));
    values.put("part", check.part());
    values.put("checked", check.subject());
    values.put("found", check.found());
    return values;
  }

  private static String sign(Check check) {
    return switch (check.verdict()) {
      case PASSED -> "ok";
      case FAILED -> "!!";
      case SKIPPED -> "--";
    };
  }
}
