/**
 * Searches whose trials another program carries out: {@code AskTellSession} hands out the
 * configurations that a sampler proposes and records the results that the program reports. It keeps
 * the study in the runs folder under a lock; {@code AskTellSearch} repeats configurations with
 * several seeds and suggests failed ones again. This package trains nothing and knows no command.
 */
package io.github.greenscreen.asktell;
