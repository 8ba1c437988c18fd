package io.github.greenscreen.djl.data;

import io.github.greenscreen.training.hyperparameter.Augmentation;

/** The registry of augmenters, and the TorchScript functions they share. */
public final class Augmenters {
  /**
   * The functions that augmenters call with images or labels and with the numbers drawn, [batch,
   * width]. {@code affine} resamples each image by its own 2×3 matrix, mirrored at the border;
   * {@code contrast} stretches each image about its channel means and clips to bytes. The others
   * take the partner of an image as the first number and the image's own share as the second:
   * {@code blend_images} and {@code blend_labels} mix by share, {@code paste} inserts boxes (top,
   * bottom, left, right) of partners. {@code as_bytes} and {@code as_floats} convert batches for
   * display.
   */
  public static final String METHODS =
      """
        def affine(self: __torch__.Ops, x: Tensor, numbers: Tensor) -> Tensor:
          theta = torch.view(torch.contiguous(torch.slice(numbers, 1, 0, 6)), [-1, 2, 3])
          grid = torch.affine_grid_generator(torch.type_as(theta, x), torch.size(x), False)
          return torch.grid_sampler(x, grid, 0, 2, False)
        def contrast(self: __torch__.Ops, x: Tensor, numbers: Tensor) -> Tensor:
          factor = torch.reshape(torch.select(numbers, 1, 6), [-1, 1, 1, 1])
          mean = torch.mean(x, [2, 3], True)
          y = torch.add(torch.mul(torch.sub(x, mean), torch.type_as(factor, x)), mean)
          return torch.clamp(y, 0., 255.)
        def partners(self: __torch__.Ops, x: Tensor, numbers: Tensor) -> Tensor:
          return torch.index_select(x, 0, torch.to(torch.select(numbers, 1, 0), 4))
        def blend_images(self: __torch__.Ops, x: Tensor, numbers: Tensor) -> Tensor:
          share = torch.reshape(torch.select(numbers, 1, 1), [-1, 1, 1, 1])
          return torch.lerp((self).partners(x, numbers), x, torch.type_as(share, x))
        def blend_labels(self: __torch__.Ops, x: Tensor, numbers: Tensor) -> Tensor:
          share = torch.reshape(torch.select(numbers, 1, 1), [-1, 1])
          return torch.lerp((self).partners(x, numbers), x, torch.type_as(share, x))
        def paste(self: __torch__.Ops, x: Tensor, numbers: Tensor) -> Tensor:
          n = torch.arange(torch.size(x, 2), dtype=4, layout=None, device=ops.prim.device(numbers), pin_memory=None)
          i = torch.view(n, [1, 1, -1, 1])
          j = torch.view(n, [1, 1, 1, -1])
          b = torch.reshape(torch.slice(numbers, 1, 2, 6), [-1, 4, 1, 1])
          rows = torch.logical_and(torch.ge(i, torch.slice(b, 1, 0, 1)), torch.lt(i, torch.slice(b, 1, 1, 2)))
          columns = torch.logical_and(torch.ge(j, torch.slice(b, 1, 2, 3)), torch.lt(j, torch.slice(b, 1, 3, 4)))
          return torch.where(torch.logical_and(rows, columns), (self).partners(x, numbers), x)
        def as_bytes(self: __torch__.Ops, x: Tensor) -> Tensor:
          return torch.contiguous(torch.to(torch.round(torch.clamp(x, 0., 255.)), 0))
        def as_floats(self: __torch__.Ops, x: Tensor) -> Tensor:
          return torch.contiguous(torch.to(x, 6, False, True))
      """;

  private static final Augmenter NONE = new Unvaried();

  private Augmenters() {}

  /** Return the augmenter that leaves images as they are. */
  public static Augmenter none() {
    return NONE;
  }

  /**
   * Return the augmenter of {@code kind}.
   *
   * @param seed seed of the run, from which {@code random} chooses its three variations
   * @param side height and width of the images, in pixels
   */
  public static Augmenter of(Augmentation kind, long seed, int side) {
    return switch (kind) {
      case NONE -> NONE;
      case RANDOM -> RandomTransforms.chosenBy(seed);
      case MIXUP -> new Mixup();
      case CUTMIX -> new CutMix(side);
      case TRANSLATE, ALTERNATING_FLIP, TRANSLATE_ALTERNATING_FLIP ->
          new TranslationAndFlip(kind.translates(), kind.flips(), seed);
    };
  }
}
