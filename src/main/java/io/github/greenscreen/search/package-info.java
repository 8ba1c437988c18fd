/**
 * How a sweep looks for good configurations: samplers choose the next one from the search space and
 * the runs so far: at random, evenly, or where a model of the runs (a Gaussian process, Parzen
 * estimators, evolution) promises most, within the limits that runs must meet. They are pure
 * functions of space, history and seed, know nothing of processes or files, and therefore give the
 * same sequence on every machine and across interruptions.
 */
package io.github.greenscreen.search;
