package io.github.greenscreen.doctor;

import io.github.greenscreen.table.Column;
import io.github.greenscreen.table.JsonObject;
import io.github.greenscreen.table.Table;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * The result of one check of {@code doctor}.
 *
 * @param verdict severity
 * @param subject checked item, in one or two words
 * @param found what was found
 * @param advice what to do; an empty string if nothing needs to be done
 */
public record CheckResult(Verdict verdict, String subject, String found, String advice) {

  /** The severity of a result. */
  public enum Verdict {
    /** Everything is in order. */
    OK("ok"),
    /** Something is missing, but training works without it. */
    MISSING("--"),
    /** Training is impossible. */
    BROKEN("!!");

    private final String sign;

    Verdict(String sign) {
      this.sign = sign;
    }

    /** Return the two characters of the first column. */
    public String sign() {
      return sign;
    }
  }

  public CheckResult {
    Objects.requireNonNull(verdict);
    Objects.requireNonNull(subject);
    Objects.requireNonNull(found);
    Objects.requireNonNull(advice);
  }

  /** Return one row for each of {@code results}, which are about {@code subjects}. */
  public static Table<CheckResult> table(String subjects, List<CheckResult> results) {
    return Table.of(
        results,
        Column.text("status", (CheckResult result) -> result.verdict().sign()).headed("", ""),
        Column.text("subject", CheckResult::subject).headed(subjects, subjects),
        Column.text("found", CheckResult::found),
        Column.text("advice", CheckResult::advice).headed("what to do", "What to do"));
  }

  /** Return {@code results} with their verdicts in words. */
  public static List<JsonObject> json(List<CheckResult> results) {
    return JsonObject.list(
        table("", results)
            .with(
                Column.text("status", result -> result.verdict().name().toLowerCase(Locale.ROOT))));
  }

  /** Return a result that needs no advice. */
  static CheckResult ok(String subject, String found) {
    return new CheckResult(Verdict.OK, subject, found, "");
  }

  /** Return a result about something useful that is missing. */
  static CheckResult missing(String subject, String found, String advice) {
    return new CheckResult(Verdict.MISSING, subject, found, advice);
  }

  /** Return a result that makes training impossible. */
  static CheckResult broken(String subject, String found, String advice) {
    return new CheckResult(Verdict.BROKEN, subject, found, advice);
  }
}
