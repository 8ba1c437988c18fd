package io.github.greenscreen.search;

/** How a sampler that models constraints takes them into account. */
enum ConstraintHandling {
  /** Weigh what a trial promises with the probability that it meets every limit. */
  WEIGH,
  /** As {@link #WEIGH}, with more weight the more trials broke a limit. */
  GUARD,
  /** Leave out what is expected to break a limit, with a margin from the residuals. */
  FILTER
}
