package io.github.greenscreen.run.evaluation;

import java.util.Optional;

/** Loads the confusion matrices of runs when a table or chart needs them. */
@FunctionalInterface
public interface ConfusionSource {
  /**
   * Return the confusion matrix of the run {@code name} on {@code split}; empty if it has none.
   *
   * @throws io.github.greenscreen.run.model.RunFolderException if it cannot be read
   */
  Optional<ConfusionTable> of(String name, EvaluatedSplit split);

  /** Return a source without matrices. */
  static ConfusionSource empty() {
    return (name, split) -> Optional.empty();
  }
}
