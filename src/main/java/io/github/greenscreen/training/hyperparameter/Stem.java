package io.github.greenscreen.training.hyperparameter;

/** The first layers of the networks that were designed for large images. */
public enum Stem implements ConfigChoice {
  /**
   * The first layers for large images: ResNets have a 7×7 convolution with stride 2, then
   * max-pooling.
   */
  IMAGENET("imagenet"),
  /** A 3×3 convolution with stride 1, no pooling: about eight times the work for ResNet-50. */
  CIFAR("cifar");

  private final String configName;

  Stem(String configName) {
    this.configName = configName;
  }

  @Override
  public String configName() {
    return configName;
  }
}
