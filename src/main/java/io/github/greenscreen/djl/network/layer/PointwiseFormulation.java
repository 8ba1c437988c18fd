package io.github.greenscreen.djl.network.layer;

import ai.djl.Device;

/**
 * The formulation of 1×1 convolutions. Both formulations give the same sums in a different order.
 *
 * <p>On CPUs the matrix product is faster, and the only one that works on every processor: oneDNN
 * 3.7.1 inside PyTorch 2.7.1 divides by zero in {@code brg_blocking_t::est_eff_1x1}, which plans
 * its 1×1 convolutions, if the processor reports no cache sizes (<a
 * href="https://github.com/pytorch/pytorch/issues/177227">pytorch/pytorch#177227</a>).
 */
public enum PointwiseFormulation {
  /**
   * The channels-last view [batch, height, width, channels] times the transposed weights; a stride
   * first drops rows and columns.
   */
  MATRIX_PRODUCT("matrix_product", "as matrix products"),
  /** PyTorch's convolution. On GPUs it may use TF32, which a matrix product may not. */
  CONVOLUTION("convolution", "by PyTorch's convolution");

  private final String configName;
  private final String description;

  PointwiseFormulation(String configName, String description) {
    this.configName = configName;
    this.description = description;
  }

  /** Return the faster formulation on {@code device}. */
  public static PointwiseFormulation fastest(Device device) {
    return device.isGpu() ? CONVOLUTION : MATRIX_PRODUCT;
  }

  /** Return the other formulation. */
  public PointwiseFormulation other() {
    return this == CONVOLUTION ? MATRIX_PRODUCT : CONVOLUTION;
  }

  /** Return its name in files and environment variables. */
  public String configName() {
    return configName;
  }

  /** Return the phrase that follows "1×1 convolutions computed" in a sentence. */
  public String description() {
    return description;
  }

  /** Return whether {@code window} is computed as a matrix product. */
  boolean multiplies(ConvolutionWindow window) {
    return this == MATRIX_PRODUCT && window.isPointwise();
  }
}
