package io.github.greenscreen.training.hyperparameter;

import java.util.Set;

/** The augmentation of training images; validation and test images are never augmented. */
public enum Augmentation implements ConfigChoice {
  NONE("None"),
  /** Three of flip, rotation, zoom, contrast, translation, height shift and width shift. */
  RANDOM("random"),
  /** Blends pairs of images and labels (Zhang et al., 2018). */
  MIXUP("mixup"),
  /** Pastes a box from another image and mixes labels by area (Yun et al., 2019). */
  CUTMIX("cutmix"),
  /** Moves images by up to 2 of 32 pixels along both axes. */
  TRANSLATE("translate", Trait.TRANSLATES),
  /** Mirrors half of the images in one epoch, the others in the next (Jordan, 2024). */
  ALTERNATING_FLIP("alternating_flip", Trait.FLIPS),
  TRANSLATE_ALTERNATING_FLIP("translate+alternating_flip", Trait.TRANSLATES, Trait.FLIPS);

  /** A part of an augmentation that can be combined with others. */
  private enum Trait {
    TRANSLATES,
    FLIPS
  }

  private final String configName;

  @SuppressWarnings("ImmutableEnumChecker") // Set.of cannot change
  private final Set<Trait> traits;

  Augmentation(String configName, Trait... traits) {
    this.configName = configName;
    this.traits = Set.of(traits);
  }

  /** Return whether it moves images by whole pixels. */
  public boolean translates() {
    return traits.contains(Trait.TRANSLATES);
  }

  /** Return whether it mirrors images in alternate epochs. */
  public boolean flips() {
    return traits.contains(Trait.FLIPS);
  }

  @Override
  public String configName() {
    return configName;
  }
}
