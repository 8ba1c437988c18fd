package io.github.greenscreen.training.hyperparameter;

/** The first layers of ResNet-50. */
public enum Stem implements ConfigChoice {
  /** 7×7 convolution with stride 2, then max-pooling, as in the study. */
  IMAGENET("imagenet"),
  /** 3×3 convolution with stride 1, no pooling: about eight times the work. */
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
