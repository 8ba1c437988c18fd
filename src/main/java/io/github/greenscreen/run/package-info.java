/**
 * Runs on disk. A run folder holds what was asked ({@code parameters.yaml}), what was seen epoch by
 * epoch ({@code logs.csv}, {@code power.csv}) and how it went ({@code status.yaml}); a store
 * numbers and lists the folders. This package alone knows file names, columns and number formats,
 * and it decides nothing. What this program writes itself is read by plain means, because that is
 * many times as fast; anything else is left to the libraries.
 */
package io.github.greenscreen.run;
