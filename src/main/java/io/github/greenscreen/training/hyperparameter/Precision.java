package io.github.greenscreen.training.hyperparameter;

/** Number format of parameters and activations. */
public enum Precision implements ConfigChoice {
  /** Half precision: float16 on a GPU, bfloat16 on a CPU. */
  FLOAT16("float16"),
  FLOAT32("float32"),
  FLOAT64("float64"),
  /** Mixed precision: float32 parameters, half-precision convolutions. */
  GLOBAL_POLICY_FLOAT16("global_policy_float16"),
  /** bfloat16 on every device: the range of float32 with 8 bits of precision. */
  BFLOAT16("bfloat16");

  private final String configName;

  Precision(String configName) {
    this.configName = configName;
  }

  @Override
  public String configName() {
    return configName;
  }
}
