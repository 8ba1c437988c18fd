package io.github.greenscreen.training;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Ends a run that exceeds a limit by unwinding the engine; the message is the reason for the user.
 */
final class LimitExceededException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Map<String, String> facts;

  /** End a run for the reason {@code found}. */
  LimitExceededException(String found) {
    this(found, Map.of());
  }

  /** End a run for the reason {@code found}, of which {@code facts} are to be kept. */
  LimitExceededException(String found, Map<String, String> facts) {
    super(found);
    this.facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
  }

  /** Return what is to be kept in {@code status.yaml}. */
  Map<String, String> facts() {
    return facts;
  }
}
