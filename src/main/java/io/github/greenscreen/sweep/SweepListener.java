package io.github.greenscreen.sweep;

import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.space.Configuration;
import java.nio.file.Path;
import java.util.List;

/**
 * Receives the progress of a sweep. Calls come from several threads, since several runs may train
 * at the same time.
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

  /**
   * The run is trained already, by a process that an earlier sweep left behind; it is waited for.
   *
   * @param process in words
   */
  default void runAdopted(String name, String process) {}

  /**
   * The run failed for the reason {@code why}, which may pass, and is tried again.
   *
   * @param retry counts from 1
   * @param retries how many there may be
   */
  default void runRepeated(String name, String why, int retry, int retries) {}

  /**
   * Somebody wants the sweep to end.
   *
   * @param going names of the runs that have yet to end
   * @param request how often that was said, from 1: first they end after their epochs, then at once
   */
  default void stopping(List<String> going, int request) {}

  /**
   * The folder of run {@code name} is broken, for the reason {@code why}, and now called {@code
   * aside}; its configuration is trained again.
   */
  default void runSetAside(String name, Path aside, String why) {}

  /** The run has ended and its folder cannot be read any more, for the reason {@code why}. */
  default void runLost(String name, String why) {}

  /** The run has ended, in whatever state. Not called where its folder has become unreadable. */
  void runEnded(RunRecord run);
}
