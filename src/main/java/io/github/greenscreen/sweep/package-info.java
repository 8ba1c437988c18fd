/**
 * Sweeps: a plan of n configurations is drawn by a sampler and written down before anything runs;
 * then a launcher starts one process per run, which finds what to do in its run folder and reports
 * there. A run that crashes or is killed is marked as failed and the sweep goes on, as it does
 * after one that was stopped because its training diverged; an interrupted sweep is finished later
 * from the plan. Nothing here trains or reads {@code config.yaml}.
 */
package io.github.greenscreen.sweep;
