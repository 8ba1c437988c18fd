package io.github.greenscreen.training.hyperparameter;

/** The augmentation of training images; validation and test images are never augmented. */
public enum Augmentation implements ConfigChoice {
  NONE("None"),
  /** Three of flip, rotation, zoom, contrast, translation, height shift and width shift. */
  RANDOM("random"),
  /** Blends pairs of images and labels (Zhang et al., 2018). */
  MIXUP("mixup"),
  /** Pastes a box from another image and mixes labels by area (Yun et al., 2019). */
  CUTMIX("cutmix");

  private final String configName;

  Augmentation(String configName) {
    this.configName = configName;
  }

  @Override
  public String configName() {
    return configName;
  }
}
