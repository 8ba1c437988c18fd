package io.github.greenscreen.search.stopper;

import io.github.greenscreen.format.AmountFormat;
import io.github.greenscreen.search.StudySnapshot;
import io.github.greenscreen.search.Trial;
import java.util.Arrays;
import java.util.Optional;

/**
 * Ends a run that does no better than guessing: none of its last {@code epochs} epochs had a
 * validation accuracy above 1 ÷ classes + margin. This includes runs that have lost what they had
 * learnt. The objective of the study and the other runs have no influence.
 *
 * @param epochs number of consecutive epochs, at least 1
 * @param classes classes of the data set, at least 2
 * @param margin margin above chance that still counts as chance, a share from 0: the default of one
 *     percentage point is three standard deviations of pure guessing among ten classes on 8,000
 *     images, and more among a hundred
 */
public record RandomGuessStopper(int epochs, int classes, double margin) implements Stopper {
  /** The metric to watch, a share from 0 to 1. */
  public static final String METRIC = "val_accuracy";

  public RandomGuessStopper {
    if (epochs < 1 || classes < 2 || !(margin >= 0 && margin < 1)) {
      throw new IllegalArgumentException(
          "chance: epochs is %s, classes %s and margin %s; expected at least 1, at least 2 and a share from 0 to 1"
              .formatted(epochs, classes, AmountFormat.plain(margin)));
    }
  }

  @Override
  public Optional<String> reason(StudySnapshot study, Trial running) {
    int size = running.curve().size();
    double[] last =
        running.curve().subList(Math.max(0, size - epochs), size).stream()
            .filter(epoch -> epoch.containsKey(METRIC))
            .mapToDouble(epoch -> epoch.get(METRIC))
            .toArray();
    double best = Arrays.stream(last).max().orElse(Double.POSITIVE_INFINITY);
    if (last.length < epochs || best > 1.0 / classes + margin) {
      return Optional.empty();
    }
    return Optional.of(
        "chance: best %s of the last %s is %s; guessing among %s classes gives %s%s"
            .formatted(
                METRIC,
                StopperCurves.epochs(epochs),
                AmountFormat.rounded(best),
                classes,
                AmountFormat.rounded(1.0 / classes),
                best > 1.0 / classes
                    ? ", within the margin of " + AmountFormat.plain(margin)
                    : ""));
  }

  @Override
  public int firstEpoch() {
    return epochs;
  }

  @Override
  public String settings() {
    return "after %s; %s classes; margin %s"
        .formatted(StopperCurves.epochs(epochs), classes, AmountFormat.plain(margin));
  }
}
