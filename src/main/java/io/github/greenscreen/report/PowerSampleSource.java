package io.github.greenscreen.report;

import io.github.greenscreen.power.PowerSample;
import java.util.List;

/** Where the power samples of runs are kept; they are read when they are drawn, not before. */
@FunctionalInterface
public interface PowerSampleSource {
  /**
   * Return the samples of the run called {@code name}, in any order; none where it kept none.
   *
   * @throws io.github.greenscreen.run.RunFolderException where they cannot be read, which the
   *     report then tells
   */
  List<PowerSample> of(String name);

  /** Return an archive without any samples. */
  static PowerSampleSource empty() {
    return name -> List.of();
  }
}
