/**
 * Gaussian process regression on points of mixed coordinates: a Matérn kernel over a distance in
 * which ordered coordinates count by how far they lie apart and names by whether they differ, its
 * widths fitted to the observations. Knows arrays of numbers, nothing of trials or parameters.
 */
package io.github.greenscreen.search.gp;
