package io.github.greenscreen.search;

/** How a sampler that models limits takes them into account. */
enum Caution {
  /** Weigh what a trial promises with the probability that it meets every limit. */
  WEIGH,
  /** As {@link #WEIGH}, and leave out what is too likely to break a limit. */
  GUARD,
  /** Leave out what is expected to break a limit, with a margin from the residuals. */
  FILTER
}
