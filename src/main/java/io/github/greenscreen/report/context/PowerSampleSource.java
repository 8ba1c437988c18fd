package io.github.greenscreen.report.context;

import io.github.greenscreen.power.PowerSample;
import java.util.List;

/** Loads the power samples of runs when a chart needs them. */
@FunctionalInterface
public interface PowerSampleSource {
  /**
   * Return the samples of the run {@code name}, in any order; none if it has none.
   *
   * @throws io.github.greenscreen.run.model.RunFolderException if they cannot be read, which the
   *     report then states
   */
  List<PowerSample> of(String name);

  /** Return a source without samples. */
  static PowerSampleSource empty() {
    return name -> List.of();
  }
}
