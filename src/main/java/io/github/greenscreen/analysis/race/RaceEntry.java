package io.github.greenscreen.analysis.race;

import io.github.greenscreen.space.Configuration;
import java.util.List;
import java.util.Objects;

/**
 * A configuration in a race and its runs.
 *
 * @param name name of its file in the report folder, such as {@code best-2.yaml}
 * @param configuration its parameters
 * @param runs names of its completed runs, in the order of the seeds
 * @param withdrawal why it was withdrawn, a clause that names the run; empty if it was not
 */
public record RaceEntry(
    String name, Configuration configuration, List<String> runs, String withdrawal) {
  public RaceEntry {
    Objects.requireNonNull(name);
    Objects.requireNonNull(configuration);
    runs = List.copyOf(runs);
    Objects.requireNonNull(withdrawal);
  }
}
