package io.github.greenscreen.djl.network;

/** A floating-point format, with PyTorch's name and code. */
public enum ElementType {
  FLOAT16("float16", 5),
  FLOAT32("float32", 6),
  FLOAT64("float64", 7),
  BFLOAT16("bfloat16", 15);

  private final String spelling;
  private final int code;

  ElementType(String spelling, int code) {
    this.spelling = spelling;
    this.code = code;
  }

  /** Return its usual name. */
  public String spelling() {
    return spelling;
  }

  /** Return PyTorch's {@code ScalarType}. */
  public int code() {
    return code;
  }

  /** Return whether it has 16 bits. */
  public boolean isHalf() {
    return this == FLOAT16 || this == BFLOAT16;
  }
}
