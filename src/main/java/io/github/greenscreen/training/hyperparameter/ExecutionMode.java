package io.github.greenscreen.training.hyperparameter;

/**
 * The execution mode of the network: as written, compiled, or quantised ({@code internal} in {@code
 * config.yaml}).
 */
public enum ExecutionMode implements ConfigChoice {
  NONE("None"),
  /** Quantisation-aware training. */
  PRE_QUANTIZATION("pre_quantization"),
  /** Quantisation after training. */
  POST_QUANTIZATION("post_quantization"),
  /** TorchScript with its profiling executor and fusion. */
  JIT_COMPILATION("jit_compilation");

  private final String configName;

  ExecutionMode(String configName) {
    this.configName = configName;
  }

  @Override
  public String configName() {
    return configName;
  }

  /** Return whether the network ends up with integers of eight bits. */
  public boolean quantizes() {
    return this == PRE_QUANTIZATION || this == POST_QUANTIZATION;
  }
}
