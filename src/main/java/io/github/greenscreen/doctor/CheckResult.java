package io.github.greenscreen.doctor;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
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

  /** Return the result as names and values of a JSON object. */
  public Map<String, String> toMap() {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("status", verdict.name().toLowerCase(Locale.ROOT));
    values.put("subject", subject);
    values.put("found", found);
    values.put("advice", advice);
    return values;
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
