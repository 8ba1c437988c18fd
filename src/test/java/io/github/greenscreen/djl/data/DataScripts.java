package io.github.greenscreen.djl.data;

import io.github.greenscreen.training.hyperparameter.MemoryFormat;
import java.util.OptionalInt;

/** The TorchScript that makes batches, for tests of other packages. */
public final class DataScripts {
  private DataScripts() {}

  /** Return the functions for images of {@code classes} classes. */
  public static String methods(int classes) {
    return DeviceDataSet.methods(classes, OptionalInt.empty(), MemoryFormat.CHANNELS_LAST);
  }
}
