/**
 * Runs sweeps. If the launcher has a free slot, the sampler proposes a configuration, which is
 * recorded and then trained in a child process. The child reads its plan from its run folder and
 * writes its results there. A run that crashes, stalls or is killed is retried or marked as failed,
 * and the sweep goes on; an interrupted one is resumed later. {@code TrialQueue} holds pending and
 * finished trials, {@code SweepRunner} hands out slots, {@code RunExecutor} carries one run to its
 * end, {@code EarlyStopping} asks the stopper about it, {@code OutcomeRecorder} records what its
 * process could not, and {@code StopController} forwards stop requests. Nothing here trains or
 * reads {@code config.yaml}.
 */
package io.github.greenscreen.sweep;
