package io.github.greenscreen.sweep;

import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.space.Configuration;

/**
 * Hears how a sweep goes on. Calls never overlap, but {@link #runProgress} comes from a thread of
 * its own.
 */
public interface SweepListener {

  /** The plan stands: {@code total} runs, those that were done before a resume included. */
  void sweepPlanned(int total);

  /** Nothing is trained for a while: the power of the idle machine is measured, or it cools. */
  default void idling() {}

  /**
   * A run is about to be launched.
   *
   * @param name of its folder
   * @param index its place in the plan, from 1
   * @param total runs in the plan
   * @param configuration the whole configuration, {@code epochs} and {@code seed} included
   */
  void runStarted(String name, int index, int total, Configuration configuration);

  /** The run has logged {@code epochsDone} of {@code epochs} epochs; told about once a second. */
  void runProgress(String name, int epochsDone, int epochs);

  /** The run has ended, in whatever state. Not called where its folder has become unreadable. */
  void runEnded(RunRecord run);
}
