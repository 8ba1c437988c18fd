package io.github.greenscreen.sweep.attempt;

import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.space.Configuration;
import java.nio.file.Path;
import java.util.List;

/**
 * Receives the progress of a sweep. Calls come from several threads, because runs may train in
 * parallel.
 */
public interface SweepListener {

  /** The sweep is planned with {@code total} runs, including those that ended before a resume. */
  void sweepPlanned(int total);

  /** Nothing is trained for a while: the idle power is measured, or the machine cools down. */
  default void idling() {}

  /**
   * A run is about to be launched.
   *
   * @param name name of its folder
   * @param index its number in the sweep, from 1
   * @param total number of runs in the sweep
   * @param configuration the whole configuration, {@code epochs} and {@code seed} included
   */
  void runStarted(String name, int index, int total, Configuration configuration);

  /** The run has logged {@code epochsDone} of {@code epochs} epochs; called about once a second. */
  void runProgress(String name, int epochsDone, int epochs);

  /**
   * A process of an earlier sweep already trains the run; the sweep waits for it.
   *
   * @param process description of that process
   */
  default void runAdopted(String name, String process) {}

  /**
   * The run failed for the possibly transient reason {@code reason}, and is retried.
   *
   * @param retry number of the retry, from 1
   * @param retries maximum number of retries
   */
  default void runRepeated(String name, String reason, int retry, int retries) {}

  /**
   * The end of the sweep was requested.
   *
   * @param going names of the runs that have not ended yet
   * @param request number of the request, from 1: the first ends runs after their epochs, the
   *     second immediately
   */
  default void stopping(List<String> going, int request) {}

  /**
   * The folder of run {@code name} is broken, for the reason {@code reason}, and was renamed to
   * {@code aside}; its configuration is trained again.
   */
  default void runSetAside(String name, Path aside, String reason) {}

  /** The run has ended and its folder cannot be read, for the reason {@code reason}. */
  default void runLost(String name, String reason) {}

  /** The run has ended, in whatever state. Not called if its folder has become unreadable. */
  void runEnded(RunRecord run);
}
