/**
 * Samplers, which choose the next configuration from the search space and the runs so far, and
 * early stoppers, which end runs that are not worth continuing. Samplers propose configurations at
 * random, evenly, or by a model of the runs (a Gaussian process, Parzen estimators, evolution),
 * within the limits that runs must meet. They are pure functions of space, history and seed and do
 * not know processes or files; therefore they give the same sequence on every machine and across
 * interruptions.
 */
package io.github.greenscreen.search;
