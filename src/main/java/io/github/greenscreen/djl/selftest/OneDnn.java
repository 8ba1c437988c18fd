package io.github.greenscreen.djl.selftest;

/**
 * How much of oneDNN, PyTorch's library for convolutions on CPUs, may be used. A process cannot
 * change it after its first computation.
 */
public enum OneDnn {
  /** All instructions of the processor. */
  UNLIMITED("", ""),
  /** Instructions up to AVX2. */
  AVX2("AVX2", "oneDNN limited to AVX2 (ONEDNN_MAX_CPU_ISA=AVX2)"),
  /** Instructions up to SSE4.1. */
  SSE41("SSE41", "oneDNN limited to SSE4.1 (ONEDNN_MAX_CPU_ISA=SSE41)"),
  /** None: PyTorch's own kernels compute. */
  OFF("", "oneDNN switched off");

  /** The environment variable that limits oneDNN. */
  public static final String VARIABLE = "ONEDNN_MAX_CPU_ISA";

  private final String isa;
  private final String description;

  OneDnn(String isa, String description) {
    this.isa = isa;
    this.description = description;
  }

  /** Return the value of {@code ONEDNN_MAX_CPU_ISA}; empty for none. */
  public String isa() {
    return isa;
  }

  /** Return a phrase for a sentence; empty for {@link #UNLIMITED}. */
  String description() {
    return description;
  }
}
