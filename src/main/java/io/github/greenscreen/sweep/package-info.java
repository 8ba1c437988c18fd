/**
 * Runs sweeps. If the launcher has a free slot, the sampler proposes a configuration, which is
 * recorded and then trained in a child process. The child reads its plan from its run folder and
 * writes its results there. A run that crashes, stalls or is killed is retried or marked as failed,
 * and the sweep continues; an interrupted one is resumed later. {@code TrialQueue} holds pending
 * and finished trials, {@code SweepRunner} assigns slots, {@code RunExecutor} carries one run to
 * its end, {@code EarlyStopping} consults the stopper, {@code OutcomeRecorder} records the outcome
 * if the process could not, and {@code StopController} forwards stop requests. This package does
 * not train and does not read {@code config.yaml}.
 */
package io.github.greenscreen.sweep;
