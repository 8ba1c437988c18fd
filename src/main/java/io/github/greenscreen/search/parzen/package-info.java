/**
 * Densities over points of mixed coordinates, each the sum of one kernel per point seen and of a
 * prior that knows no point: how likely good trials, or the other ones, are to lie somewhere. Knows
 * axes and numbers, nothing of trials.
 */
package io.github.greenscreen.search.parzen;
