package io.github.greenscreen.djl.network;

import io.github.greenscreen.djl.network.layer.Dense;
import io.github.greenscreen.djl.network.layer.GlobalAveragePool;
import io.github.greenscreen.djl.network.layer.Layer;
import io.github.greenscreen.djl.network.layer.MaxPool;
import io.github.greenscreen.djl.network.layer.RectifiedSum;
import io.github.greenscreen.training.hyperparameter.Regularization;
import io.github.greenscreen.training.hyperparameter.Stem;
import java.util.List;

/**
 * ResNets of the ImageNet family: four stages of blocks with 64 to 512 channels and a 1×1
 * convolution in the shortcut of each block that changes the shape, with the stride in the 3×3
 * convolution as in torchvision (He et al., 2015, <a href="https://arxiv.org/abs/1512.03385">arXiv
 * 1512.03385</a>, table 1).
 */
final class ImagenetResNet {
  private static final List<Integer> BLOCKS_18 = List.of(2, 2, 2, 2);
  private static final List<Integer> BLOCKS_50 = List.of(3, 4, 6, 3);

  /** Outputs of a bottleneck block per channel of its 3×3 convolution. */
  private static final int EXPANSION = 4;

  /** A block of convolutions. */
  private interface Block {
    /** Add a block whose 3×3 convolutions have {@code width} channels; return its last layer. */
    String add(String name, String in, int inputs, int width, int stride);
  }

  private final ArchitectureBuilder layers = new ArchitectureBuilder();

  private final List<Integer> blocks;
  private final double stochasticDepth;
  private final double dropout;
  private int added;

  private ImagenetResNet(List<Integer> blocks, Regularization regularization) {
    this.blocks = blocks;
    stochasticDepth = regularization.stochasticDepth().orElse(0);
    dropout = regularization.dropout().orElse(0);
  }

  /** Return ResNet-18, whose blocks are two 3×3 convolutions. */
  static Architecture resnet18(Stem stem, int classes, Regularization regularization) {
    ImagenetResNet network = new ImagenetResNet(BLOCKS_18, regularization);
    network.add(stem, network::pair, 1, classes);
    return network.layers.build();
  }

  /** Return ResNet-50, whose blocks are bottlenecks of three convolutions. */
  static Architecture resnet50(Stem stem, int classes, Regularization regularization) {
    ImagenetResNet network = new ImagenetResNet(BLOCKS_50, regularization);
    network.add(stem, network::bottleneck, EXPANSION, classes);
    return network.layers.build();
  }

  private void add(Stem stem, Block kind, int expansion, int classes) {
    String x = stem(stem);
    int inputs = 64;
    for (int stage = 0; stage < blocks.size(); stage++) {
      int width = 64 << stage;
      for (int block = 0; block < blocks.get(stage); block++) {
        int stride = stage > 0 && block == 0 ? 2 : 1;
        x = kind.add("layer%s.%s".formatted(stage + 1, block), x, inputs, width, stride);
        inputs = width * expansion;
      }
    }
    x = layers.add(new GlobalAveragePool("mean", x));
    x = layers.dropout(x, dropout);
    layers.add(new Dense("fc", x, inputs, classes));
  }

  private String stem(Stem stem) {
    boolean large = stem == Stem.IMAGENET;
    String x = layers.rectified("conv1", "bn1", Layer.INPUT, 3, 64, large ? 7 : 3, large ? 2 : 1);
    return large ? layers.add(new MaxPool("maxpool", x)) : x;
  }

  private String pair(String name, String in, int inputs, int width, int stride) {
    String x = layers.rectified(name + ".conv1", name + ".bn1", in, inputs, width, 3, stride);
    x = layers.normalized(name + ".conv2", name + ".bn2", x, width, width, 3, 1);
    x = skipped(name, x);
    return layers.add(
        new RectifiedSum(name + ".add", x, shortcut(name, in, inputs, width, stride)));
  }

  private String bottleneck(String name, String in, int inputs, int width, int stride) {
    int outputs = width * EXPANSION;
    String x = layers.rectified(name + ".conv1", name + ".bn1", in, inputs, width, 1, 1);
    x = layers.rectified(name + ".conv2", name + ".bn2", x, width, width, 3, stride);
    x = layers.normalized(name + ".conv3", name + ".bn3", x, width, outputs, 1, 1);
    x = skipped(name, x);
    return layers.add(
        new RectifiedSum(name + ".add", x, shortcut(name, in, inputs, outputs, stride)));
  }

  /** Leave the branch of a block out at random, the more often the later the block. */
  private String skipped(String block, String branch) {
    int all = blocks.stream().mapToInt(Integer::intValue).sum();
    double probability = stochasticDepth * ++added / all;
    return layers.stochasticDepth(block + ".stochastic_depth", branch, 4, probability);
  }

  private String shortcut(String name, String in, int inputs, int outputs, int stride) {
    if (stride == 1 && inputs == outputs) {
      return in;
    }
    String branch = name + ".downsample";
    return layers.normalized(branch + ".0", branch + ".1", in, inputs, outputs, 1, stride);
  }
}
