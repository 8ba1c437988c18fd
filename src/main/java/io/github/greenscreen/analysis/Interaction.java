package io.github.greenscreen.analysis;

import io.github.greenscreen.analysis.Regression.Term;
import java.util.List;
import java.util.Objects;

/**
 * Whether the effect of one parameter depends on the value of another: the model of all main
 * effects with and without the products of both (R's {@code anova(lm(y ~ …), lm(y ~ … + a:b))}).
 *
 * @param response what is explained
 * @param first a parameter
 * @param second another one
 * @param degreesOfFreedom products that the runs can tell apart
 * @param possibleDegreesOfFreedom products that all pairs of values would give
 * @param residualDegreesOfFreedom what is left with them
 * @param f F of both models
 * @param p its p
 * @param adjustedP p after Benjamini and Hochberg across the pairs of this response
 * @param partialEtaSquared share of the variance left by the main effects that the pair explains
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
  /** So many residual degrees of freedom a pair must leave, or the runs cannot carry it. */
  public static final int LEAST_LEFT = 10;

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
