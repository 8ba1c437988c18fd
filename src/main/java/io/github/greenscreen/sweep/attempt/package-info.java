/**
 * One attempt at a run: prepares its folder, starts the child process, watches its progress and
 * output, and records the outcome. Crashes, stalls, full disks, and stop requests end here in a
 * {@code RunOutcome}, which says whether a retry makes sense.
 */
package io.github.greenscreen.sweep.attempt;
