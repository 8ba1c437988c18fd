package io.github.greenscreen.training.hyperparameter;

/** How the weights of a network begin. */
public enum Initialization implements ConfigChoice {
  /** Drawn from the distributions of the network. */
  RANDOM("random"),
  /**
   * The first convolution whitens patches of training images, and keeps its weights; the others are
   * drawn (Page, 2018).
   */
  WHITENING("whitening");

  private final String configName;

  Initialization(String configName) {
    this.configName = configName;
  }

  @Override
  public String configName() {
    return configName;
  }
}
