package io.github.greenscreen.power;

import java.util.List;
import java.util.Map;

/**
 * A source of power samples. A meter never fails loudly: what it cannot read it leaves out, so that
 * a broken meter does not cost a training run. Read by one thread at a time.
 */
public interface PowerMeter extends AutoCloseable {

  /** Return the name under which the meter is recorded, for instance {@code nvidia-smi}. */
  String name();

  /**
   * Return what every device has told since the last reading, at least one sample of each where it
   * answers at once; may block. Return an empty list where nothing could be read.
   */
  List<PowerSample> read();

  /**
   * Return what must be known to understand the samples, keyed as in {@code status.yaml}: which
   * field and driver they come from, whether they are estimated. Call it on any thread once the
   * meter has answered; what is not known yet is left out.
   */
  default Map<String, String> facts() {
    return Map.of();
  }

  /**
   * Return what has kept the meter from answering so far, each reason once, in the words of the
   * log. May be called on any thread.
   */
  default List<String> complaints() {
    return List.of();
  }

  @Override
  default void close() {}
}
