package io.github.greenscreen.djl.network;

import io.github.greenscreen.training.Stem;

/**
 * ResNet-50 with bottleneck blocks, the stride in the 3×3 convolution as torchvision has it (He et
 * al., 2015, <a href="https://arxiv.org/abs/1512.03385">arXiv 1512.03385</a>, table 1).
 */
final class ResNet50 {
  private static final int[] BLOCKS = {3, 4, 6, 3};
  private static final int EXPANSION = 4;

  private final NetworkScript script = new NetworkScript();

  private ResNet50() {}

  /** Return the network for {@code classes} classes. */
  static NetworkSource build(Stem stem, int classes) {
    ResNet50 network = new ResNet50();
    String logits = network.layers(stem, classes);
    return new NetworkSource(network.script.methods(logits), network.script.parameters());
  }

  private String layers(Stem stem, int classes) {
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
    return script.dense("fc", script.globalMean(x), inputs, classes);
  }

  private String stem(Stem stem) {
    boolean large = stem == Stem.IMAGENET;
    String x = script.convolution("conv1", script.input(), 3, 64, large ? 7 : 3, large ? 2 : 1);
    x = script.relu(script.batchNorm("bn1", x, 64));
    return large ? script.maxPool(x) : x;
  }

  private String bottleneck(String name, String in, int inputs, int width, int stride) {
    int outputs = width * EXPANSION;
    String x = script.convolution(name + ".conv1", in, inputs, width, 1, 1);
    x = script.relu(script.batchNorm(name + ".bn1", x, width));
    x = script.convolution(name + ".conv2", x, width, width, 3, stride);
    x = script.relu(script.batchNorm(name + ".bn2", x, width));
    x = script.convolution(name + ".conv3", x, width, outputs, 1, 1);
    x = script.batchNorm(name + ".bn3", x, outputs);
    String shortcut = in;
    if (stride > 1 || inputs != outputs) {
      shortcut = script.convolution(name + ".downsample.0", in, inputs, outputs, 1, stride);
      shortcut = script.batchNorm(name + ".downsample.1", shortcut, outputs);
    }
    return script.relu(script.add(x, shortcut));
  }
}
