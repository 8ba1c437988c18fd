/**
 * The commands that use the trained network of a run: {@code export} writes it for other programs,
 * and {@code predict} classifies images with it. Both find it by {@code RunNetwork}, which explains
 * why a run has none.
 */
package io.github.greenscreen.cli.model;
