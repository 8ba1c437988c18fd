package io.github.greenscreen.djl.network;

import io.github.greenscreen.djl.network.layer.Dense;
import io.github.greenscreen.djl.network.layer.GlobalAveragePool;
import io.github.greenscreen.djl.network.layer.Layer;
import io.github.greenscreen.djl.network.layer.RectifiedSum;
import io.github.greenscreen.djl.network.layer.SubsampleShortcut;
import io.github.greenscreen.training.hyperparameter.Regularization;

/**
 * ResNets of the CIFAR family: three stages of two-convolution blocks with 16, 32, and 64 channels
 * and parameter-free shortcuts (He et al., 2015, <a href="https://arxiv.org/abs/1512.03385">arXiv
 * 1512.03385</a>, section 4.2).
 */
final class CifarResNet {
  private static final int STAGES = 3;

  private final ArchitectureBuilder layers = new ArchitectureBuilder();
  private final int blocks;
  private final double stochasticDepth;
  private final double dropout;
  private int added;

  private CifarResNet(int depth, Regularization regularization) {
    blocks = (depth - 2) / (2 * STAGES);
    stochasticDepth = regularization.stochasticDepth().orElse(0);
    dropout = regularization.dropout().orElse(0);
  }

  /**
   * Return the network for {@code classes} classes.
   *
   * @param depth layers with weights, 2 more than a multiple of 6
   */
  static Architecture build(int depth, int classes, Regularization regularization) {
    CifarResNet network = new CifarResNet(depth, regularization);
    network.add(classes);
    return network.layers.build();
  }

  private void add(int classes) {
    String x = layers.rectified("conv1", "bn1", Layer.INPUT, 3, 16, 3, 1);
    int inputs = 16;
    for (int stage = 0; stage < STAGES; stage++) {
      int outputs = 16 << stage;
      for (int block = 0; block < blocks; block++) {
        x = block("layer%s.%s".formatted(stage + 1, block), x, inputs, outputs);
        inputs = outputs;
      }
    }
    x = layers.add(new GlobalAveragePool("mean", x));
    x = layers.dropout(x, dropout);
    layers.add(new Dense("fc", x, inputs, classes));
  }

  private String block(String name, String in, int inputs, int outputs) {
    int stride = inputs == outputs ? 1 : 2;
    String x = layers.rectified(name + ".conv1", name + ".bn1", in, inputs, outputs, 3, stride);
    x = layers.normalized(name + ".conv2", name + ".bn2", x, outputs, outputs, 3, 1);
    double probability = stochasticDepth * ++added / (STAGES * blocks);
    x = layers.stochasticDepth(name + ".stochastic_depth", x, 4, probability);
    String shortcut =
        stride == 1
            ? in
            : layers.add(new SubsampleShortcut(name + ".shortcut", in, inputs, outputs));
    return layers.add(new RectifiedSum(name + ".add", x, shortcut));
  }
}
