package io.github.greenscreen.training.hyperparameter;

import java.util.Optional;
import java.util.Set;

/** The network to train. Parameter counts are those for 10 classes. */
public enum NetworkKind implements ConfigChoice {
  /** ResNet-50 with bottleneck blocks (He et al., 2015), 23.5 M parameters. */
  RESNET50("resnet50", "ResNet-50", Trait.STEM, Trait.QUANTIZABLE, Trait.HIDDEN_FILTERS),
  /** ResNet-20 of the CIFAR family (He et al., 2015), 0.27 M parameters. */
  RESNET20("resnet20", "ResNet-20", Trait.QUANTIZABLE, Trait.HIDDEN_FILTERS),
  /** ResNet-18 (He et al., 2015), 11.2 M parameters. */
  RESNET18("resnet18", "ResNet-18", Trait.STEM, Trait.QUANTIZABLE, Trait.HIDDEN_FILTERS),
  /** ResNet-32 of the CIFAR family, 0.46 M parameters. */
  RESNET32("resnet32", "ResNet-32", Trait.QUANTIZABLE, Trait.HIDDEN_FILTERS),
  /** ResNet-44 of the CIFAR family, 0.66 M parameters. */
  RESNET44("resnet44", "ResNet-44", Trait.QUANTIZABLE, Trait.HIDDEN_FILTERS),
  /** ResNet-56 of the CIFAR family, 0.85 M parameters. */
  RESNET56("resnet56", "ResNet-56", Trait.QUANTIZABLE, Trait.HIDDEN_FILTERS),
  /** EfficientNet-B0 (Tan and Le, 2019), 4.0 M parameters. */
  EFFICIENTNET_B0("efficientnet_b0", "EfficientNet-B0", Trait.STEM),
  /** Vision transformer of width 192 with patches of 4×4 pixels, 5.4 M parameters. */
  VIT_TINY("vit_tiny", "ViT-Ti/4", Trait.PATCHES_OF_FOUR),
  /** Vision transformer of width 384 with patches of 4×4 pixels, 21.3 M parameters. */
  VIT_SMALL("vit_small", "ViT-S/4", Trait.PATCHES_OF_FOUR),
  /** ViT-B/16 on images enlarged to 224×224 (Dosovitskiy et al., 2020), 85.8 M parameters. */
  VIT_BASE("vit_base", "ViT-B/16"),
  /** ConvNeXt-Tiny (Liu et al., 2022), 27.8 M parameters. */
  CONVNEXT_TINY("convnext_tiny", "ConvNeXt-Tiny", Trait.REDUCES_BY_32),
  /** The network of airbench94 (Jordan, 2024), 2.0 M parameters. */
  AIRBENCH("airbench", "airbench94", Trait.PLAIN, Trait.WHITENING, Trait.REDUCES_BY_32);

  /** A property that not every network has. */
  private enum Trait {
    STEM,
    QUANTIZABLE,
    /** No layer has a residual branch. */
    PLAIN,
    HIDDEN_FILTERS,
    WHITENING,
    PATCHES_OF_FOUR,
    /** Every reduction leaves out what is not whole, so that smaller images vanish. */
    REDUCES_BY_32
  }

  private static final int PATCH = 4;
  private static final int REDUCTION = 32;

  private final String configName;
  private final String label;

  @SuppressWarnings("ImmutableEnumChecker") // Set.of cannot change
  private final Set<Trait> traits;

  NetworkKind(String configName, String label, Trait... traits) {
    this.configName = configName;
    this.label = label;
    this.traits = Set.of(traits);
  }

  @Override
  public String configName() {
    return configName;
  }

  /** Return the name in sentences and reports. */
  public String label() {
    return label;
  }

  /** Return whether {@link Stem} chooses its first layers. */
  public boolean hasStem() {
    return traits.contains(Trait.STEM);
  }

  /** Return whether its first convolution can whiten patches of images. */
  public boolean canWhiten() {
    return traits.contains(Trait.WHITENING);
  }

  /** Return whether it has residual branches, which {@code stochastic_depth} leaves out. */
  public boolean isResidual() {
    return !traits.contains(Trait.PLAIN);
  }

  /** Return whether integer kernels can compute it. */
  public boolean isQuantizable() {
    return traits.contains(Trait.QUANTIZABLE);
  }

  /** Return whether it has filters whose channels only one other convolution reads. */
  public boolean hasHiddenFilters() {
    return traits.contains(Trait.HIDDEN_FILTERS);
  }

  /**
   * Return why it cannot read images of {@code side}×{@code side} pixels, and how to change that;
   * empty if it can.
   */
  public Optional<String> imageSizeProblem(int side) {
    if (traits.contains(Trait.PATCHES_OF_FOUR) && side % PATCH != 0) {
      return Optional.of(
          ("model %s reads patches of 4x4 pixels, but image_size is %s; use a multiple of 4, such "
                  + "as --set image_size=%s")
              .formatted(configName, side, Math.max(2, side / PATCH) * PATCH));
    }
    if (traits.contains(Trait.REDUCES_BY_32) && side < REDUCTION) {
      return Optional.of(
          ("model %s needs images of at least 32x32 pixels, but image_size is %s; use --set "
                  + "image_size=32, or another model")
              .formatted(configName, side));
    }
    return Optional.empty();
  }
}
