package io.github.greenscreen.power;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A source of power samples. A meter does not throw: it omits what it cannot read, so that a broken
 * meter does not cost a training run. Read by one thread at a time.
 */
public interface PowerMeter extends AutoCloseable {
  /**
   * How long every command waits for the first power of a meter. GPUs whose driver must be started
   * for each question, or many of them, take tens of seconds.
   */
  Duration PATIENCE = Duration.ofSeconds(90);

  /** Return the name of the meter in run folders, for instance {@code nvidia-smi}. */
  String name();

  /**
   * Return the samples of every device since the last reading, at least one of each if it answers
   * at once; may block. Return an empty list if nothing could be read.
   */
  List<PowerSample> read();

  /**
   * Return the facts that describe the samples, keyed as in {@code status.yaml}: their field and
   * driver, and whether they are estimated. Call it on any thread once the meter has answered;
   * unknown facts are absent.
   */
  default Map<String, String> facts() {
    return Map.of();
  }

  /**
   * Return the name of the meter that reads {@code device}: this one, unless it stands for several
   * that are not added up.
   */
  default String meterOf(String device) {
    return name();
  }

  /** Return whether this machine has what the meter reads, whether it answers or not. */
  default boolean isInstalled() {
    return true;
  }

  /** Return whether a power is the difference of two readings, so that the first one has none. */
  default boolean needsTwoReadings() {
    return false;
  }

  /**
   * Return the reasons why the meter has not answered so far, each once, as logged. May be called
   * on any thread.
   */
  default List<String> errorLog() {
    return List.of();
  }

  @Override
  default void close() {}
}
