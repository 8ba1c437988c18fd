package io.github.greenscreen.djl.network.layer;

import ai.djl.Device;
import io.github.greenscreen.training.hyperparameter.MemoryFormat;

/**
 * The formulation of 1×1 convolutions. All formulations give the same sums in a different order.
 *
 * <p>On CPUs the matrix product is faster for many channels, and the only one that works for them
 * on every processor: oneDNN 3.7.1 inside PyTorch 2.7.1 divides by zero in {@code
 * brg_blocking_t::est_eff_1x1}, which plans its 1×1 convolutions, if the processor reports no cache
 * sizes (<a href="https://github.com/pytorch/pytorch/issues/177227">pytorch/pytorch#177227</a>).
 */
public enum PointwiseFormulation {
  /**
   * The channels-last view [batch, height, width, channels] times the transposed weights; a stride
   * first drops rows and columns.
   */
  MATRIX_PRODUCT("matrix_product", "as matrix products"),
  /**
   * Matrix products for more than {@value #FEW_WEIGHTS} weights, PyTorch's convolution for the
   * others. Layers of few channels have large images, for which the convolution is faster in
   * float32 if channels are last.
   */
  MIXED("mixed", "as matrix products if they have many channels"),
  /** PyTorch's convolution. On GPUs it may use TF32, which a matrix product may not. */
  CONVOLUTION("convolution", "by PyTorch's convolution");

  private static final int FEW_WEIGHTS = 131_072;

  private final String configName;
  private final String description;

  PointwiseFormulation(String configName, String description) {
    this.configName = configName;
    this.description = description;
  }

  /** Return the fastest formulation on {@code device} for activations of {@code type}. */
  public static PointwiseFormulation fastest(Device device, ElementType type, MemoryFormat layout) {
    if (device.isGpu()) {
      return CONVOLUTION;
    }
    return type == ElementType.FLOAT32 && layout == MemoryFormat.CHANNELS_LAST
        ? MIXED
        : MATRIX_PRODUCT;
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
    return window.isPointwise()
        && switch (this) {
          case MATRIX_PRODUCT -> true;
          case MIXED -> window.inputs() * window.outputs() > FEW_WEIGHTS;
          case CONVOLUTION -> false;
        };
  }
}
