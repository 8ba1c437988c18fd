/**
 * A sweep without training: samplers search a table of measured results against a virtual clock,
 * seed after seed, and the outcome is summed up. It knows the table and the words of {@code
 * search}, nothing of processes, run folders or the terminal; the same seeds give the same outcome
 * but for the time that a sampler really took.
 */
package io.github.greenscreen.simulation;
