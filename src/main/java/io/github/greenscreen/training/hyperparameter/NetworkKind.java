package io.github.greenscreen.training.hyperparameter;

/** The network to train. */
public enum NetworkKind implements ConfigChoice {
  /** ResNet-50 with bottleneck blocks (He et al., 2015), 23.5 M parameters. */
  RESNET50("resnet50", "ResNet-50", true),
  /** ResNet-20 of the CIFAR family (He et al., 2015), 0.27 M parameters. */
  RESNET20("resnet20", "ResNet-20", false);

  private final String configName;
  private final String label;
  private final boolean hasStem;

  NetworkKind(String configName, String label, boolean hasStem) {
    this.configName = configName;
    this.label = label;
    this.hasStem = hasStem;
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
    return hasStem;
  }
}
