package io.github.greenscreen.djl.network;

/**
 * ResNet-20 of the CIFAR family: three stages of three two-convolution blocks with 16, 32 and 64
 * channels and parameter-free shortcuts (He et al., 2015, <a
 * href="https://arxiv.org/abs/1512.03385">arXiv 1512.03385</a>, section 4.2). 0.27 M parameters.
 */
final class ResNet20 {
  private static final int STAGES = 3;
  private static final int BLOCKS = 3;

  private final NetworkScript script = new NetworkScript();

  private ResNet20() {}

  /** Return the network for {@code classes} classes. */
  static NetworkSource build(int classes) {
    ResNet20 network = new ResNet20();
    String logits = network.layers(classes);
    return new NetworkSource(network.script.methods(logits), network.script.parameters());
  }

  private String layers(int classes) {
    String x = script.convolution("conv1", script.input(), 3, 16, 3, 1);
    x = script.relu(script.batchNorm("bn1", x, 16));
    int inputs = 16;
    for (int stage = 0; stage < STAGES; stage++) {
      int outputs = 16 << stage;
      for (int block = 0; block < BLOCKS; block++) {
        x = block("layer%s.%s".formatted(stage + 1, block), x, inputs, outputs);
        inputs = outputs;
      }
    }
    return script.dense("fc", script.globalMean(x), inputs, classes);
  }

  private String block(String name, String in, int inputs, int outputs) {
    int stride = inputs == outputs ? 1 : 2;
    String x = script.convolution(name + ".conv1", in, inputs, outputs, 3, stride);
    x = script.relu(script.batchNorm(name + ".bn1", x, outputs));
    x = script.convolution(name + ".conv2", x, outputs, outputs, 3, 1);
    x = script.batchNorm(name + ".bn2", x, outputs);
    String shortcut = stride == 1 ? in : script.thinAndPad(in, inputs, outputs);
    return script.relu(script.add(x, shortcut));
  }
}
