package io.github.greenscreen.djl.network;

import io.github.greenscreen.djl.network.layer.Add;
import io.github.greenscreen.djl.network.layer.Dense;
import io.github.greenscreen.djl.network.layer.GlobalAveragePool;
import io.github.greenscreen.djl.network.layer.Layer;
import io.github.greenscreen.djl.network.layer.MaxPool;
import io.github.greenscreen.training.hyperparameter.Stem;

/**
 * ResNet-50 with bottleneck blocks and the stride in the 3×3 convolution as in torchvision (He et
 * al., 2015, <a href="https://arxiv.org/abs/1512.03385">arXiv 1512.03385</a>, table 1).
 */
final class ResNet50 {
  private static final int[] BLOCKS = {3, 4, 6, 3};
  private static final int EXPANSION = 4;

  private final ArchitectureBuilder layers = new ArchitectureBuilder();

  private ResNet50() {}

  /** Return the network for {@code classes} classes. */
  static Architecture build(Stem stem, int classes) {
    ResNet50 network = new ResNet50();
    network.add(stem, classes);
    return network.layers.build();
  }

  private void add(Stem stem, int classes) {
    String x = stem(stem);
    int inputs = 64;
    for (int stage = 0; stage < BLOCKS.length; stage++) {
      int width = 64 << stage;
      for (int block = 0; block < BLOCKS[stage]; block++) {
        int stride = stage > 0 && block == 0 ? 2 : 1;
        x = bottleneck("layer%s.%s".formatted(stage + 1, block), x, inputs, width, stride);
        inputs = width * EXPANSION;
      }
    }
    x = layers.add(new GlobalAveragePool("mean", x));
    layers.add(new Dense("fc", x, inputs, classes));
  }

  private String stem(Stem stem) {
    boolean large = stem == Stem.IMAGENET;
    String x = layers.rectified("conv1", "bn1", Layer.INPUT, 3, 64, large ? 7 : 3, large ? 2 : 1);
    return large ? layers.add(new MaxPool("maxpool", x)) : x;
  }

  private String bottleneck(String name, String in, int inputs, int width, int stride) {
    int outputs = width * EXPANSION;
    String x = layers.rectified(name + ".conv1", name + ".bn1", in, inputs, width, 1, 1);
    x = layers.rectified(name + ".conv2", name + ".bn2", x, width, width, 3, stride);
    x = layers.linear(name + ".conv3", name + ".bn3", x, width, outputs, 1, 1);
    String shortcut = in;
    if (stride > 1 || inputs != outputs) {
      String branch = name + ".downsample";
      shortcut = layers.linear(branch + ".0", branch + ".1", in, inputs, outputs, 1, stride);
    }
    return layers.add(new Add(name + ".add", x, shortcut));
  }
}
