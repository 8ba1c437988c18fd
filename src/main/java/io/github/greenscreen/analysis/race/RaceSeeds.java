package io.github.greenscreen.analysis.race;

import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.run.model.RunPurpose;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Chooses the seeds of a race. */
public final class RaceSeeds {
  private RaceSeeds() {}

  /**
   * Return the smallest {@code count} seeds above 0 that none of {@code records} but final runs
   * used. The configurations were chosen by the results with the other seeds, which favour them. As
   * final runs do not count, a race that is repeated has the same seeds.
   */
  public static List<Long> of(List<RunRecord> records, int count) {
    Set<Long> used =
        records.stream()
            .filter(run -> run.status().purpose() != RunPurpose.FINAL)
            .flatMapToLong(run -> run.plan().seed().stream())
            .boxed()
            .collect(Collectors.toSet());
    return LongStream.iterate(1, seed -> seed + 1)
        .filter(seed -> !used.contains(seed))
        .limit(count)
        .boxed()
        .toList();
  }
}
