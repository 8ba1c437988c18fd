/**
 * The data set {@code shapes}: small coloured shapes that the program draws itself from a seed, so
 * that everything can be tried without a download. Drawn images are cached.
 */
package io.github.greenscreen.data.shapes;
