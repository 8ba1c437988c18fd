package io.github.greenscreen.djl.network.layer;

/** A floating-point format, with PyTorch's name and code. */
public enum ElementType {
  FLOAT16("float16", 5),
  FLOAT32("float32", 6),
  FLOAT64("float64", 7),
  BFLOAT16("bfloat16", 15);

  private final String configName;
  private final int code;

  ElementType(String configName, int code) {
    this.configName = configName;
    this.code = code;
  }

  /** Return its usual name. */
  public String configName() {
    return configName;
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
