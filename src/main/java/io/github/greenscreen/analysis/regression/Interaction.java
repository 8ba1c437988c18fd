package io.github.greenscreen.analysis.regression;

import io.github.greenscreen.analysis.regression.Regression.Term;
import java.util.List;
import java.util.Objects;

/**
 * A test of whether the effect of one parameter depends on the value of another: the model of all
 * main effects with and without the product columns of both (R's {@code anova(lm(y ~ …), lm(y ~ … +
 * a:b))}).
 *
 * @param response response of the model
 * @param first first parameter
 * @param second second parameter
 * @param degreesOfFreedom number of product columns that are linearly independent
 * @param possibleDegreesOfFreedom number of product columns if all pairs of values were estimable
 * @param residualDegreesOfFreedom residual degrees of freedom of the larger model
 * @param f F statistic that compares both models
 * @param p p-value of F
 * @param adjustedP p-value adjusted by Benjamini and Hochberg across the pairs of this response
 * @param partialEtaSquared share of the residual variance of the main effects that the pair
 *     explains
 * @param terms coefficients of the products; parameter {@code a:b}, value {@code 4:0.01}
 */
public record Interaction(
    String response,
    String first,
    String second,
    int degreesOfFreedom,
    int possibleDegreesOfFreedom,
    int residualDegreesOfFreedom,
    double f,
    double p,
    double adjustedP,
    double partialEtaSquared,
    List<Term> terms) {
  /** Minimum residual degrees of freedom that must remain for a pair to be tested. */
  public static final int MIN_LEFT = 10;

  public Interaction {
    Objects.requireNonNull(response);
    Objects.requireNonNull(first);
    Objects.requireNonNull(second);
    terms = List.copyOf(terms);
  }

  /** Return the pair as {@code a:b}. */
  public String pair() {
    return first + ":" + second;
  }

  Interaction adjusted(double newP) {
    return new Interaction(
        response,
        first,
        second,
        degreesOfFreedom,
        possibleDegreesOfFreedom,
        residualDegreesOfFreedom,
        f,
        p,
        newP,
        partialEtaSquared,
        terms);
  }
}
