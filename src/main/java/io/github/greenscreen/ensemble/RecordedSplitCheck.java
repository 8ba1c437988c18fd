package io.github.greenscreen.ensemble;

import io.github.greenscreen.data.image.DataException;
import io.github.greenscreen.data.image.ImageSet;
import io.github.greenscreen.run.evaluation.ClassCounts;
import io.github.greenscreen.run.evaluation.ConfusionTable;
import io.github.greenscreen.run.evaluation.EvaluatedSplit;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Checks that the split of a run has as many images of each class as when the run was evaluated. If
 * not, images were added or removed since, and images of its training would pass for others.
 */
final class RecordedSplitCheck {
  private RecordedSplitCheck() {}

  /**
   * Check the images {@code indices} of {@code split}; a run without a confusion matrix of it
   * passes.
   *
   * @throws DataException if a class has another number of images
   */
  static void of(Member member, EvaluatedSplit split, ImageSet images, int[] indices) {
    ConfusionTable recorded = member.evaluations().get(split);
    if (recorded == null || !recorded.classes().equals(images.classes())) {
      return;
    }
    long[] found = new long[images.classes().size()];
    IntStream.of(indices).forEach(index -> found[images.label(index)]++);
    List<ClassCounts> classes = recorded.byClass();
    for (int c = 0; c < found.length; c++) {
      long expected = classes.get(c).images();
      if (found[c] != expected) {
        throw new DataException(
            ("run %s was evaluated on %s images of class \"%s\" in its %s split, but now this "
                    + "split has %s: these are not the images of its training; restore them, or "
                    + "pass their folder with --data")
                .formatted(
                    member.run(), expected, images.classes().get(c), split.configName(), found[c]));
      }
    }
  }
}
