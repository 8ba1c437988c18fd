package io.github.greenscreen.engine;

import java.util.Arrays;
import java.util.Optional;

/** The builds of PyTorch 2.7.1 that DJL publishes and has an interface for. */
public enum Flavor {
  /** For CPUs only; part of the distribution. */
  CPU("cpu", "the CPU"),
  /** For NVIDIA GPUs, with CUDA 12.8; only for Linux on x86-64. */
  CU128("cu128", "CUDA 12.8");

  /** The version of PyTorch that DJL's interface is made for. */
  public static final String PYTORCH = "2.7.1";

  private final String configName;
  private final String target;

  Flavor(String configName, String target) {
    this.configName = configName;
    this.target = target;
  }

  /** Return DJL's name of the flavor. */
  public String configName() {
    return configName;
  }

  /** Return the target device, to follow "PyTorch 2.7.1 for". */
  public String target() {
    return target;
  }

  /** Return the flavor whose name is {@code text}, empty if there is none. */
  public static Optional<Flavor> parse(String text) {
    return Arrays.stream(values()).filter(flavor -> flavor.configName.equals(text)).findFirst();
  }
}
