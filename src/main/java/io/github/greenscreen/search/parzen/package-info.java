/**
 * Kernel density estimation over points of mixed coordinates. Each density is the weighted sum of
 * one kernel per observed point and of a prior, the distribution of the space; {@code TpeSampler}
 * fits one to good trials and one to all others. The package works on axes and numbers and does not
 * know trials.
 */
package io.github.greenscreen.search.parzen;
