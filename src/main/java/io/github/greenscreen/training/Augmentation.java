package io.github.greenscreen.training;

/** How training images are varied; validation and test images never are. */
public enum Augmentation implements ConfigChoice {
  NONE("None"),
  /** Three of flip, rotation, zoom, contrast, translation, height shift and width shift. */
  RANDOM("random"),
  /** Blends pairs of images and of labels (Zhang et al., 2018). */
  MIXUP("mixup"),
  /** Pastes a box of another image, labels by area (Yun et al., 2019). */
  CUTMIX("cutmix");

  private final String spelling;

  Augmentation(String spelling) {
    this.spelling = spelling;
  }

  @Override
  public String spelling() {
    return spelling;
  }
}
