package io.github.greenscreen.search.bayes;

import io.github.greenscreen.search.Constraint;
import io.github.greenscreen.search.Trial;
import io.github.greenscreen.search.TrialHistory;
import io.github.greenscreen.search.gp.Acquisition;
import io.github.greenscreen.search.gp.GaussianProcess;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** A model of a constrained metric, fitted to the trials so far. Immutable. */
final class ConstraintModel {
  private final Constraint limit;
  private final GaussianProcess process;
  private final double residual;
  private final List<Trial> trials;
  private final double[] observed;
  private final double[] residuals;

  private ConstraintModel(
      Constraint limit,
      GaussianProcess fitted,
      GaussianProcess process,
      List<Trial> trials,
      double[] observed) {
    this.limit = limit;
    this.process = process;
    this.trials = trials;
    this.observed = observed;
    this.residuals = fitted.leaveOneOutResiduals();
    this.residual = Math.sqrt(Arrays.stream(residuals).map(r -> r * r).average().orElse(0));
  }

  /** Fit the metric of {@code limit} to {@code history}, in which at least one trial has it. */
  static ConstraintModel of(Constraint limit, TrialHistory history) {
    List<TrialHistory.Seen> seen = history.seen(limit.metric());
    double[] observed =
        seen.stream()
            .mapToDouble(one -> one.trial().metric(limit.metric()).orElseThrow())
            .toArray();
    SurrogateFitter learner = new SurrogateFitter(history);
    GaussianProcess fitted = learner.fit(seen, observed);
    List<Trial> trials = seen.stream().map(TrialHistory.Seen::trial).toList();
    return new ConstraintModel(limit, fitted, learner.believe(fitted), trials, observed);
  }

  /** Return the log probability that the limit is met at {@code places}. */
  double logProbability(double[] places) {
    return Acquisition.logProbabilityBelow(process.predict(places), limit.most());
  }

  /** Tell whether the limit is predicted to be met, with a margin of {@code margin} residuals. */
  boolean expectsLess(double[] places, double margin) {
    return process.predict(places).mean() + margin * residual <= limit.most();
  }

  /**
   * Return the accuracy of the model on unseen trials. A quantity that was never below zero is not
   * predicted to be.
   */
  ConstraintModelEvaluation forecast() {
    double mean = Arrays.stream(observed).average().orElse(Double.NaN);
    double sum = Arrays.stream(observed).map(v -> (v - mean) * (v - mean)).sum();
    double spread = Math.sqrt(sum / observed.length);
    double[] heldOut = heldOut();
    double error =
        Math.sqrt(
            IntStream.range(0, observed.length)
                .mapToDouble(i -> (observed[i] - heldOut[i]) * (observed[i] - heldOut[i]))
                .average()
                .orElse(0));
    return new ConstraintModelEvaluation(limit, observed.length, error, spread, predicted(heldOut));
  }

  /** Return the prediction for each trial by a model of all others. */
  private double[] heldOut() {
    boolean signed = Arrays.stream(observed).anyMatch(value -> value < 0);
    double floor = signed ? Double.NEGATIVE_INFINITY : 0;
    return IntStream.range(0, observed.length)
        .mapToDouble(i -> Math.max(floor, observed[i] - residuals[i]))
        .toArray();
  }

  private List<ConstraintModelEvaluation.HeldOutPrediction> predicted(double[] heldOut) {
    return IntStream.range(0, observed.length)
        .filter(i -> trials.get(i).state() != Trial.State.PROFILED)
        .mapToObj(
            i ->
                new ConstraintModelEvaluation.HeldOutPrediction(
                    trials.get(i).number(), heldOut[i], observed[i]))
        .toList();
  }
}
