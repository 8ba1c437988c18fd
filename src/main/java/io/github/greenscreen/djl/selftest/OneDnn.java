package io.github.greenscreen.djl.selftest;

/**
 * How much of oneDNN, PyTorch's library for convolutions on processors, may be used. A process
 * cannot go back once it has computed.
 */
public enum OneDnn {
  /** All that the processor can do. */
  UNLIMITED("", ""),
  /** Instructions up to AVX2. */
  AVX2("AVX2", "oneDNN limited to AVX2 (ONEDNN_MAX_CPU_ISA=AVX2)"),
  /** Instructions up to SSE4.1. */
  SSE41("SSE41", "oneDNN limited to SSE4.1 (ONEDNN_MAX_CPU_ISA=SSE41)"),
  /** Nothing: PyTorch's own kernels compute. */
  OFF("", "oneDNN switched off");

  /** The environment variable by which oneDNN is limited. */
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

  /** Return words for a sentence; empty for {@link #UNLIMITED}. */
  String description() {
    return description;
  }
}
