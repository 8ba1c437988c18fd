/**
 * Gaussian process regression on points of mixed coordinates. The kernel is a Matérn kernel over a
 * distance in which ordered coordinates count by their difference and categories by whether they
 * differ; its length scales are fitted to the observations. The package works on arrays of numbers
 * and does not know trials or parameters.
 */
package io.github.greenscreen.search.gp;
