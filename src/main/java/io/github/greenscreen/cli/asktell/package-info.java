/**
 * The commands {@code ask} and {@code tell}, with which another program trains the configurations
 * that a sampler proposes. {@code AskTellSession} keeps the study in the runs folder under a lock;
 * the commands print one JSON object per line.
 */
package io.github.greenscreen.cli.asktell;
