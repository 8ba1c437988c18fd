package io.github.greenscreen.search.stopper;

import io.github.greenscreen.format.AmountFormat;
import io.github.greenscreen.search.Objective;
import io.github.greenscreen.search.StudySnapshot;
import io.github.greenscreen.search.Trial;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Hyperband as Weights &amp; Biases implements it: {@code early_terminate: {type: hyperband}}.
 * Brackets lie at certain epochs. When a run has reached one, the values of all runs at exactly the
 * last bracket it reached are sorted, best first; the threshold is number ⌊n ÷ eta⌋ of them, from
 * 0. With {@code strict}, the default of Weights &amp; Biases since April 2024, the run ends if its
 * value at the bracket is worse than the threshold; otherwise, if its best value over all epochs so
 * far is. Epochs whose value is NaN or infinite do not count.
 *
 * @param brackets epochs from 1, ascending, at least one
 * @param eta the share kept is 1 ÷ eta, above 1
 * @param strict use the value at the bracket instead of the best so far
 */
public record HyperbandStopper(List<Integer> brackets, double eta, boolean strict)
    implements Stopper {
  private static final int LAST_BRACKET = 1_000_000;

  public HyperbandStopper {
    brackets = List.copyOf(brackets);
    if (brackets.isEmpty()) {
      throw new IllegalArgumentException(
          "hyperband has no bracket; raise max_iter or lower eta so that max_iter / eta is "
              + "at least 1");
    }
    if (brackets.get(0) < 1) {
      throw new IllegalArgumentException(
          "hyperband: min_iter is "
              + brackets.get(0)
              + "; expected an epoch of at least 1, such as 3");
    }
    if (!(eta > 1) || !Double.isFinite(eta)) {
      throw new IllegalArgumentException(
          "hyperband: eta is " + AmountFormat.plain(eta) + "; expected a number above 1 such as 3");
    }
  }

  /** Place brackets at {@code minIter}, {@code minIter} · eta, {@code minIter} · eta² and so on. */
  public static HyperbandStopper from(int minIter, double eta, boolean strict) {
    List<Integer> brackets = new ArrayList<>(List.of(minIter));
    // The constructor rejects other values, for which the loop would not end.
    boolean grows = minIter > 0 && eta > 1;
    for (double band = minIter * eta; grows && band <= LAST_BRACKET; band *= eta) {
      brackets.add((int) band);
    }
    return new HyperbandStopper(brackets, eta, strict);
  }

  /**
   * Place up to {@code s} brackets at {@code maxIter} ÷ eta, {@code maxIter} ÷ eta² and so on,
   * while they are at least 1.
   */
  public static HyperbandStopper upTo(int maxIter, int s, double eta, boolean strict) {
    List<Integer> brackets = new ArrayList<>();
    double band = maxIter / eta;
    for (int i = 0; i < s && band >= 1; i++) {
      brackets.add(0, (int) band);
      band /= eta;
    }
    return new HyperbandStopper(brackets, eta, strict);
  }

  @Override
  public Optional<String> reason(StudySnapshot study, Trial running) {
    Objective objective = study.objectives().get(0);
    double[] own = finite(StopperCurves.of(running, objective));
    int bracket =
        brackets.stream().filter(band -> band <= own.length).reduce((a, b) -> b).orElse(0);
    if (bracket == 0) {
      return Optional.empty();
    }
    double[] there =
        Stream.concat(
                StopperCurves.others(study, running).stream().map(HyperbandStopper::finite),
                Stream.of(own))
            .filter(curve -> curve.length >= bracket)
            .mapToDouble(curve -> curve[bracket - 1])
            .sorted()
            .toArray();
    double threshold = there[(int) (1 / eta * there.length)];
    double value = strict ? own[bracket - 1] : StopperCurves.best(own, own.length);
    return value > threshold
        ? Optional.of(
            "hyperband: %s %s is worse than %s, the threshold of %s runs after %s"
                .formatted(
                    objective.metric(),
                    StopperCurves.spell(value, objective),
                    StopperCurves.spell(threshold, objective),
                    there.length,
                    StopperCurves.epochs(bracket)))
        : Optional.empty();
  }

  @Override
  public int firstEpoch() {
    return brackets.get(0);
  }

  @Override
  public String settings() {
    String shown =
        brackets.stream().limit(4).map(String::valueOf).collect(Collectors.joining(", "));
    return "brackets %s%s; eta %s%s"
        .formatted(
            shown,
            brackets.size() > 4 ? ", ..." : "",
            AmountFormat.plain(eta),
            strict ? "; strict" : "; not strict");
  }

  private static double[] finite(double[] curve) {
    return Arrays.stream(curve).filter(Double::isFinite).toArray();
  }
}
