package io.github.greenscreen.djl.network;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.initializer.Initializer;
import ai.djl.training.initializer.NormalInitializer;
import ai.djl.training.initializer.UniformInitializer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A network under construction: lines of TorchScript and the parameters that they use. A network
 * adds layer after layer; each method returns the name of the value that holds its result.
 *
 * <p>Initial values are those of torchvision's ResNets: convolutions Kaiming normal over the
 * fan-out (He et al., 2015, <a href="https://arxiv.org/abs/1502.01852">arXiv 1502.01852</a>), batch
 * normalisation 1 and 0, the dense layer uniform within 1/√(inputs).
 */
final class NetworkScript {
  private static final String TRAINING = "{training}";

  private final StringBuilder lines = new StringBuilder();
  private final List<ParameterSpec> parameters = new ArrayList<>();
  private int values;

  /** Name of the network's input, pictures as [batch, 3, 32, 32]. */
  String input() {
    return "x";
  }

  /** Add a square convolution without bias that keeps or divides height and width by the stride. */
  String convolution(String name, String in, int inputs, int outputs, int kernel, int stride) {
    double deviation = Math.sqrt(2.0 / ((double) outputs * kernel * kernel));
    String weight =
        parameter(
            name + ".weight",
            Parameter.Type.WEIGHT,
            new Shape(outputs, inputs, kernel, kernel),
            new NormalInitializer((float) deviation));
    int padding = kernel / 2;
    return value(
        "torch.conv2d(%s, %s, None, [%s, %s], [%s, %s])"
            .formatted(in, weight, stride, stride, padding, padding));
  }

  /** Add batch normalisation with PyTorch's momentum 0.1 and ε 1e-5. */
  String batchNorm(String name, String in, int channels) {
    Shape shape = new Shape(channels);
    String gamma = parameter(name + ".weight", Parameter.Type.GAMMA, shape, Initializer.ONES);
    String beta = parameter(name + ".bias", Parameter.Type.BETA, shape, Initializer.ZEROS);
    String mean =
        parameter(name + ".running_mean", Parameter.Type.RUNNING_MEAN, shape, Initializer.ZEROS);
    String variance =
        parameter(name + ".running_var", Parameter.Type.RUNNING_VAR, shape, Initializer.ONES);
    return value(
        "torch.batch_norm(%s, %s, %s, %s, %s, %s, 0.1, 1.0e-05, True)"
            .formatted(in, gamma, beta, mean, variance, TRAINING));
  }

  /** Add max(0, x), in place: nothing else may use {@code in} afterwards. */
  String relu(String in) {
    return value("torch.relu_(%s)".formatted(in));
  }

  /** Add {@code other} to {@code in}, in place. */
  String add(String in, String other) {
    return value("torch.add_(%s, %s)".formatted(in, other));
  }

  /** Add 3×3 max-pooling with stride 2 and padding 1. */
  String maxPool(String in) {
    return value("torch.max_pool2d(%s, [3, 3], [2, 2], [1, 1])".formatted(in));
  }

  /** Keep every second row and column and append zero channels: He's shortcut of option A. */
  String thinAndPad(String in, int channelsBefore, int channelsAfter) {
    int half = (channelsAfter - channelsBefore) / 2;
    String thin =
        value(
            "torch.slice(torch.slice(%s, 2, 0, 9223372036854775807, 2), 3, 0, 9223372036854775807, 2)"
                .formatted(in));
    return value("torch.constant_pad_nd(%s, [0, 0, 0, 0, %s, %s], 0.)".formatted(thin, half, half));
  }

  /** Add the mean over height and width, giving [batch, channels]. */
  String globalMean(String in) {
    return value("torch.mean(%s, [2, 3])".formatted(in));
  }

  /** Add a dense layer with bias. */
  String dense(String name, String in, int inputs, int outputs) {
    UniformInitializer initializer = new UniformInitializer((float) (1 / Math.sqrt(inputs)));
    String weight =
        parameter(name + ".weight", Parameter.Type.WEIGHT, new Shape(outputs, inputs), initializer);
    String bias = parameter(name + ".bias", Parameter.Type.BIAS, new Shape(outputs), initializer);
    return value("torch.linear(%s, %s, %s)".formatted(in, weight, bias));
  }

  /** Return the parameters in the order in which the functions expect them. */
  List<ParameterSpec> parameters() {
    return List.copyOf(parameters);
  }

  /**
   * Return the source of {@code forward}, which updates running statistics, and {@code infer},
   * which uses them; both take pictures and all parameters and return {@code result}.
   */
  String methods(String result) {
    return method("forward", "True", result) + method("infer", "False", result);
  }

  private String method(String name, String training, String result) {
    return "  def %s(self: __torch__.Ops, x: Tensor, p: List[Tensor]) -> Tensor:\n".formatted(name)
        + lines.toString().replace(TRAINING, training)
        + "    return %s\n".formatted(result);
  }

  private String parameter(String name, Parameter.Type type, Shape shape, Initializer initializer) {
    parameters.add(new ParameterSpec(name, type, shape, initializer));
    return String.format(Locale.ROOT, "p[%d]", parameters.size() - 1);
  }

  private String value(String expression) {
    String name = "v" + values++;
    lines.append("    ").append(name).append(" = ").append(expression).append('\n');
    return name;
  }
}
