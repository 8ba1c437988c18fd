package io.github.greenscreen.training;

/** The order in which images and the weights of convolutions lie in memory. */
public enum MemoryFormat implements ConfigChoice {
  /** All channels of a pixel side by side, as kernels for convolutions read them. */
  CHANNELS_LAST("channels_last", 2),
  /** One channel after the other: what PyTorch does unless told otherwise. */
  CONTIGUOUS("contiguous", 0);

  private final String spelling;
  private final int code;

  MemoryFormat(String spelling, int code) {
    this.spelling = spelling;
    this.code = code;
  }

  @Override
  public String spelling() {
    return spelling;
  }

  /** Return the number by which PyTorch knows the format ({@code c10::MemoryFormat}). */
  public int code() {
    return code;
  }
}
