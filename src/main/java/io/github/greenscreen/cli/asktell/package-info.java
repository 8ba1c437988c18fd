/**
 * The commands {@code ask} and {@code tell}, with which another program trains the configurations
 * that a sampler proposes. They convert options and arguments, let {@code asktell} do the work, and
 * print one JSON object per line.
 */
package io.github.greenscreen.cli.asktell;
