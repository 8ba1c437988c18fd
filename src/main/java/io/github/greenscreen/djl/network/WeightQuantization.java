package io.github.greenscreen.djl.network;

/**
 * Quantises weights to int8: symmetric, with a scale per output channel that maps the channel's
 * largest weight to 127.
 *
 * <p>Training quantises the weights as they are, not multiplied by the factors that batch
 * normalisation folds into them later (Jacob et al., 2017, section 3.2): a factor per output
 * channel changes the scale of a channel but none of its integers, so folding afterwards gives
 * exactly the network that was trained.
 */
final class WeightQuantization {
  /** Largest integer of a weight. */
  static final int LEVELS = 127;

  /**
   * Rounds weights to their steps; gradients pass straight through. The zero point is a
   * floating-point number, because PyTorch checks whether integer zero points are within the
   * levels, which on a GPU waits for the device twice per weight.
   */
  static final String METHOD =
      """
        def quantize_weight(self: __torch__.Ops, w: Tensor) -> Tensor:
          largest = torch.amax(torch.flatten(torch.abs(torch.detach(w)), 1), [1])
          scale = torch.clamp_min(torch.div(torch.to(largest, 6), 127.), 1.0e-12)
          zero = torch.zeros_like(scale)
          return torch.fake_quantize_per_channel_affine(w, scale, zero, 0, -127, 127)
      """;

  private WeightQuantization() {}
}
