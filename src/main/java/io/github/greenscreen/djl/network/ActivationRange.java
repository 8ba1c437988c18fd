package io.github.greenscreen.djl.network;

import ai.djl.ndarray.types.Shape;
import io.github.greenscreen.djl.network.layer.Layer;
import io.github.greenscreen.djl.network.layer.QuantizableLayer;
import java.util.ArrayList;
import java.util.List;

/**
 * The range of the values of a layer, as an array [smallest, largest, batches seen], and the
 * TorchScript functions that update and use it.
 *
 * <p>Smallest and largest are moving averages over batches, as in Jacob et al., 2017 (<a
 * href="https://arxiv.org/abs/1712.05877">arXiv 1712.05877</a>, section 3.1), with PyTorch's
 * averaging constant 0.01; the first 100 batches have equal weight, so that the start does not bias
 * the averages.
 */
public final class ActivationRange {
  static final Shape SHAPE = new Shape(3);

  private static final String SUFFIX = ".range";

  /** Name of the range of the network's input. */
  static final String INPUT = name(Layer.INPUT);

  private ActivationRange() {}

  /** Return the name of the range of layer {@code layer}. */
  public static String name(String layer) {
    return layer + SUFFIX;
  }

  /** Return the name of the layer to which the range named {@code range} belongs. */
  public static String layer(String range) {
    return range.substring(0, range.length() - SUFFIX.length());
  }

  /**
   * Return the names of all ranges of {@code architecture}: of its input and of every layer except
   * those that only select values of another layer.
   */
  public static List<String> names(Architecture architecture) {
    List<String> names = new ArrayList<>(List.of(INPUT));
    for (QuantizableLayer layer : architecture.quantizableLayers()) {
      if (!layer.isSelection()) {
        names.add(name(layer.name()));
      }
    }
    return names;
  }

  /**
   * {@code observe} updates a range; {@code quantize} rounds to {@code levels} + 1 steps from
   * smallest to largest, zero among them, and passes gradients straight through within the range.
   */
  public static String methods(int levels) {
    return """
          def observe(self: __torch__.Ops, x: Tensor, range: Tensor) -> Tensor:
            low, high = torch.aminmax(torch.detach(x))
            seen = torch.to(torch.stack([low, high]), 6)
            count = torch.add_(torch.slice(range, 0, 2, 3), 1.)
            weight = torch.clamp_min(torch.reciprocal(count), 0.01)
            return torch.lerp_(torch.slice(range, 0, 0, 2), seen, weight)
          def quantize(self: __torch__.Ops, x: Tensor, range: Tensor) -> Tensor:
            low = torch.clamp_max(torch.slice(range, 0, 0, 1), 0.)
            high = torch.clamp_min(torch.slice(range, 0, 1, 2), 0.)
            scale = torch.clamp_min(torch.div(torch.sub(high, low), {levels}.), 1.0e-12)
            zero = torch.to(torch.round(torch.neg(torch.div(low, scale))), 3)
            return torch.fake_quantize_per_tensor_affine(x, scale, zero, 0, {levels})
        """
        .replace("{levels}", Integer.toString(levels));
  }
}
