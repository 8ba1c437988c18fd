package io.github.greenscreen.training.hyperparameter;

/** The network to train. */
public enum NetworkKind implements ConfigChoice {
  /** ResNet-50 with bottleneck blocks (He et al., 2015), 23.5 M parameters. */
  RESNET50("resnet50"),
  /** ResNet-20 of the CIFAR family (He et al., 2015), 0.27 M parameters. */
  RESNET20("resnet20");

  private final String configName;

  NetworkKind(String configName) {
    this.configName = configName;
  }

  @Override
  public String configName() {
    return configName;
  }
}
