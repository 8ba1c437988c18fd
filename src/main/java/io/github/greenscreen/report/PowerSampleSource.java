package io.github.greenscreen.report;

import io.github.greenscreen.power.PowerSample;
import java.util.List;

/** Reads the power samples of runs when a chart needs them. */
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
