package io.github.greenscreen.search.bayes;

/** The ways in which a sampler applies its models of the constraints. */
public enum ConstraintHandling {
  /** Weight the acquisition with the probability that every limit is met. */
  WEIGH,
  /** As {@link #WEIGH}, with more weight the more trials violated a limit. */
  GUARD,
  /** Exclude points predicted to violate a limit, with a margin from the residuals. */
  FILTER
}
