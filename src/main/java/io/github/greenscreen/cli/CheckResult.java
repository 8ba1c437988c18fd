package io.github.greenscreen.cli;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * One thing that {@code doctor} looked at.
 *
 * @param verdict how it stands
 * @param subject what was looked at, one or two words
 * @param found what was found
 * @param advice what to do about it; empty where nothing needs to be done
 */
record CheckResult(Verdict verdict, String subject, String found, String advice) {

  /** How a thing stands. */
  enum Verdict {
    /** It is there. */
    OK("ok"),
    /** It is missing; training works without it. */
    MISSING("--"),
    /** Training is impossible without it. */
    BROKEN("!!");

    private final String sign;

    Verdict(String sign) {
      this.sign = sign;
    }

    /** Return two characters for the first column. */
    String sign() {
      return sign;
    }
  }

  CheckResult {
    Objects.requireNonNull(verdict);
    Objects.requireNonNull(subject);
    Objects.requireNonNull(found);
    Objects.requireNonNull(advice);
  }

  /** Return it as the names and values of JSON. */
  Map<String, String> toMap() {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("status", verdict.name().toLowerCase(Locale.ROOT));
    values.put("subject", subject);
    values.put("found", found);
    values.put("advice", advice);
    return values;
  }

  /** Return a finding that needs no advice. */
  static CheckResult ok(String subject, String found) {
    return new CheckResult(Verdict.OK, subject, found, "");
  }

  /** Return a finding about something that helps and is not there. */
  static CheckResult missing(String subject, String found, String advice) {
    return new CheckResult(Verdict.MISSING, subject, found, advice);
  }

  /** Return a finding that makes training impossible. */
  static CheckResult broken(String subject, String found, String advice) {
    return new CheckResult(Verdict.BROKEN, subject, found, advice);
  }
}
