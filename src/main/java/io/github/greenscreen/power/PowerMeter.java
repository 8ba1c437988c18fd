package io.github.greenscreen.power;

import java.util.List;
import java.util.Map;

/**
 * A source of power samples. A meter does not throw: it omits what it cannot read, so that a broken
 * meter does not cost a training run. Read by one thread at a time.
 */
public interface PowerMeter extends AutoCloseable {

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
   * Return the reasons why the meter has not answered so far, each once, as logged. May be called
   * on any thread.
   */
  default List<String> errorLog() {
    return List.of();
  }

  @Override
  default void close() {}
}
