package io.github.greenscreen.training.limit;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Ends a run that exceeds a limit by unwinding the engine; the message is the reason for the user.
 */
public final class LimitExceededException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Map<String, String> facts;

  /** Create it with the reason {@code found}. */
  LimitExceededException(String found) {
    this(found, Map.of());
  }

  /** Create it with the reason {@code found} and {@code facts} to record. */
  LimitExceededException(String found, Map<String, String> facts) {
    super(found);
    this.facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
  }

  /** Return the facts for {@code status.yaml}. */
  public Map<String, String> facts() {
    return facts;
  }
}
