package io.github.greenscreen.space;

import java.util.List;

/** One dimension of the search space. Immutable. */
public sealed interface Parameter permits Choice, Constant {

  /** Return the name as it is spelled in {@code config.yaml}, never empty. */
  String name();

  /**
   * Return every value the parameter may take, spelled as in {@code config.yaml}; never empty, the
   * first one is the baseline.
   */
  List<String> values();
}
