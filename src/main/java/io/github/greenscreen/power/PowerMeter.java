package io.github.greenscreen.power;

import java.util.List;

/**
 * A source of power samples. A meter never fails loudly: what it cannot read it leaves out, so that
 * a broken meter does not cost a training run. Read by one thread at a time.
 */
public interface PowerMeter extends AutoCloseable {

  /** Return the name under which the meter is recorded, for instance {@code nvidia-smi}. */
  String name();

  /** Read every device once; may block. Return an empty list where nothing could be read. */
  List<PowerSample> read();

  @Override
  default void close() {}
}
