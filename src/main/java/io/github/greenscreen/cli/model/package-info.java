/**
 * The commands that use the trained networks of runs: {@code export} writes one for other programs,
 * {@code predict} classifies images with one, and {@code ensemble} combines several. All find them
 * by {@code RunNetwork}, which explains why a run has none.
 */
package io.github.greenscreen.cli.model;
