package io.github.greenscreen.djl.data;

import io.github.greenscreen.training.Augmentation;

/** The registry of augmenters, and the TorchScript functions they share. */
public final class Augmenters {
  /**
   * {@code affine} resamples each image by its own 2×3 matrix, mirrored at the border; {@code
   * contrast} stretches each image about its channel means and stays within bytes; {@code blend}
   * mixes with partners by share; {@code paste} puts boxes (top, bottom, left, right) of partners
   * in; {@code as_bytes} and {@code as_floats} are for people to look at.
   */
  static final String METHODS =
      """
        def affine(self: __torch__.Ops, x: Tensor, theta: Tensor) -> Tensor:
          grid = torch.affine_grid_generator(torch.type_as(theta, x), torch.size(x), False)
          return torch.grid_sampler(x, grid, 0, 2, False)
        def contrast(self: __torch__.Ops, x: Tensor, factor: Tensor) -> Tensor:
          mean = torch.mean(x, [2, 3], True)
          y = torch.add(torch.mul(torch.sub(x, mean), torch.type_as(factor, x)), mean)
          return torch.clamp(y, 0., 255.)
        def blend(self: __torch__.Ops, x: Tensor, partner: Tensor, share: Tensor) -> Tensor:
          return torch.lerp(torch.index_select(x, 0, partner), x, torch.type_as(share, x))
        def paste(self: __torch__.Ops, x: Tensor, partner: Tensor, box: Tensor) -> Tensor:
          n = torch.arange(32, dtype=4, layout=None, device=ops.prim.device(box), pin_memory=None)
          i = torch.view(n, [1, 1, 32, 1])
          j = torch.view(n, [1, 1, 1, 32])
          b = torch.view(box, [-1, 4, 1, 1])
          rows = torch.logical_and(torch.ge(i, torch.slice(b, 1, 0, 1)), torch.lt(i, torch.slice(b, 1, 1, 2)))
          columns = torch.logical_and(torch.ge(j, torch.slice(b, 1, 2, 3)), torch.lt(j, torch.slice(b, 1, 3, 4)))
          return torch.where(torch.logical_and(rows, columns), torch.index_select(x, 0, partner), x)
        def as_bytes(self: __torch__.Ops, x: Tensor) -> Tensor:
          return torch.contiguous(torch.to(torch.round(torch.clamp(x, 0., 255.)), 0))
        def as_floats(self: __torch__.Ops, x: Tensor) -> Tensor:
          return torch.contiguous(torch.to(x, 6, False, True))
      """;

  private Augmenters() {}

  /**
   * Return the augmenter of {@code kind}.
   *
   * @param seed seed of the run, which {@code random} chooses its three variations by
   */
  public static Augmenter of(Augmentation kind, long seed) {
    return switch (kind) {
      case NONE -> (batch, random, script) -> batch;
      case RANDOM -> RandomVariations.chosenBy(seed);
      case MIXUP -> new Mixup();
      case CUTMIX -> new CutMix();
    };
  }
}
