package io.github.greenscreen.training.hyperparameter;

/** The order of images and convolution weights in memory. */
public enum MemoryFormat implements ConfigChoice {
  /** All channels of a pixel next to each other, as convolution kernels read them. */
  CHANNELS_LAST("channels_last", 2),
  /** One channel after the other: the default of PyTorch. */
  CONTIGUOUS("contiguous", 0);

  private final String configName;
  private final int code;

  MemoryFormat(String configName, int code) {
    this.configName = configName;
    this.code = code;
  }

  @Override
  public String configName() {
    return configName;
  }

  /** Return PyTorch's number of the format ({@code c10::MemoryFormat}). */
  public int code() {
    return code;
  }
}
