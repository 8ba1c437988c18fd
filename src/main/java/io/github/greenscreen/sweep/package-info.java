/**
 * Sweeps: whenever one of the launcher's seats is free, the search is asked for the next
 * configuration, it is written down and gets the seat, in a process of its own, which finds what to
 * do in its run folder and reports there. A run that crashes, stalls or is killed is tried again or
 * marked as failed, and the sweep goes on; an interrupted one is finished later from what was
 * written down. {@code TrialQueue} knows what is to be run and what came of it, {@code SweepRunner}
 * hands out seats, {@code RunExecutor} carries one run to its end, {@code EarlyStopping} asks the
 * stopper about it, {@code OutcomeRecorder} writes down what its process could not, and {@code
 * StopController} passes on that somebody wants the end. Nothing here trains or reads {@code
 * config.yaml}.
 */
package io.github.greenscreen.sweep;
