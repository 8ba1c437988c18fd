/**
 * Consults an early stopper after each epoch of a running run. It reads the epochs from the run
 * folder, compares them with earlier trials, and asks the run to stop if continuing is not
 * worthwhile.
 */
package io.github.greenscreen.sweep.stopping;
