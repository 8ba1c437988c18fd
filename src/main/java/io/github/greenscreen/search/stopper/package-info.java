/**
 * Early stoppers, which decide from the learning curves so far if a trial should continue: median
 * rule, ASHA, Hyperband, and a test against guessing. {@code StopperType} registers them; each is a
 * pure function of the trials.
 */
package io.github.greenscreen.search.stopper;
