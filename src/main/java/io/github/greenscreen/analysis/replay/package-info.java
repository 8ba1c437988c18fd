/**
 * Replays an early stopper on recorded learning curves and reports the energy or time it would have
 * saved and the runs it would have lost. It reads metrics of completed runs and trains nothing.
 */
package io.github.greenscreen.analysis.replay;
