package io.github.greenscreen.djl.network.layer;

import ai.djl.ndarray.types.Shape;
import io.github.greenscreen.djl.onnx.OnnxNode;

/**
 * The geometry of a square convolution.
 *
 * @param inputs channels that are read
 * @param outputs channels of the result
 * @param kernel height and width of the kernel
 * @param stride distance of its positions in both directions
 * @param padding rows and columns of zeros on each side
 * @param groups groups of channels that are computed separately; as many as channels for a
 *     depthwise convolution
 */
public record ConvolutionWindow(
    int inputs, int outputs, int kernel, int stride, int padding, int groups) {

  /** Return a window that keeps height and width if the stride is 1, with all channels together. */
  public static ConvolutionWindow same(int inputs, int outputs, int kernel, int stride) {
    return new ConvolutionWindow(inputs, outputs, kernel, stride, kernel / 2, 1);
  }

  /** Return a window for each channel alone that keeps height and width if the stride is 1. */
  public static ConvolutionWindow depthwise(int channels, int kernel, int stride) {
    return new ConvolutionWindow(channels, channels, kernel, stride, kernel / 2, channels);
  }

  /** Return a window that cuts images into square patches of {@code side} pixels. */
  public static ConvolutionWindow patches(int inputs, int outputs, int side) {
    return new ConvolutionWindow(inputs, outputs, side, side, 0, 1);
  }

  /** Return whether every output pixel depends on all channels of one input pixel. */
  public boolean isPointwise() {
    return kernel == 1 && groups == 1;
  }

  /** Return the shape of the weights. */
  Shape weights() {
    return new Shape(outputs, inputs / groups, kernel, kernel);
  }

  /** Return the shape [channels, height, width] of the result for an image of shape {@code in}. */
  Shape output(Shape in) {
    return new Shape(outputs, positions(in.get(1)), positions(in.get(2)));
  }

  /** Return the multiplications for an image of shape {@code in}. */
  long multiplyAdds(Shape in) {
    return output(in).size() * (inputs / groups) * kernel * kernel;
  }

  private long positions(long size) {
    return (size + 2L * padding - kernel) / stride + 1;
  }

  /**
   * Assign the convolution of {@code images} to the variable {@code out}.
   *
   * @param weights expression of the weights
   * @param bias expression of the bias, or {@code None}
   */
  void write(LayerScript script, String out, String images, String weights, String bias) {
    if (script.pointwise().multiplies(this)) {
      multiply(script, out, images, weights);
      if (!bias.equals("None")) {
        script.assign(out, "torch.add(%s, %s)".formatted(out, bias));
      }
      script.assign(out, Expressions.channelsFirst(out));
    } else {
      script.assign(
          out,
          "torch.conv2d(%s, %s, %s, [%s, %s], [%s, %s]%s)"
              .formatted(
                  images,
                  weights,
                  bias,
                  stride,
                  stride,
                  padding,
                  padding,
                  groups == 1 ? "" : ", [1, 1], " + groups));
    }
  }

  /**
   * Multiply by {@code inner}, which the compiler of TorchScript differentiates with PyTorch's
   * autograd. For {@code matmul} and {@code linear} it has derivatives of its own, which repeat the
   * weights for every row of an image if the gradient is not contiguous.
   */
  private void multiply(LayerScript script, String out, String images, String weights) {
    String pixels = Expressions.pointwiseInput(images, stride);
    script.assign(out, "torch.inner(%s, torch.flatten(%s, 1))".formatted(pixels, weights));
  }

  /** Add {@code node}, a convolution with this geometry, with the result {@code out}. */
  String write(OnnxNode node, String out) {
    return node.with("kernel_shape", kernel, kernel)
        .with("strides", stride, stride)
        .with("pads", padding, padding, padding, padding)
        .with("group", groups)
        .into(out);
  }
}
