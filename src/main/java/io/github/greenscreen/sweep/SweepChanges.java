package io.github.greenscreen.sweep;

import io.github.greenscreen.run.model.SweepRecord;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * What changes in a sweep when it is resumed.
 *
 * @param settings settings to add or replace, by name
 * @param asked new number of configurations; empty to keep the old one
 * @param retryFailed whether to retry all failed runs
 */
public record SweepChanges(Map<String, String> settings, OptionalInt asked, boolean retryFailed) {
  public SweepChanges {
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    Objects.requireNonNull(asked);
  }

  /** Return no changes. */
  public static SweepChanges none() {
    return new SweepChanges(Map.of(), OptionalInt.empty(), false);
  }

  /** Return {@code sweep} with these changes. */
  SweepRecord in(SweepRecord sweep) {
    SweepRecord changed = sweep.with(settings);
    return new SweepRecord(
        changed.method(),
        changed.seed(),
        asked.orElse(changed.asked()),
        changed.repeats(),
        changed.data(),
        changed.limit(),
        changed.settings(),
        changed.pinned(),
        changed.known(),
        changed.first(),
        changed.configurations());
  }
}
