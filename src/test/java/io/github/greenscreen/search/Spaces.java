package io.github.greenscreen.search;

import io.github.greenscreen.space.Choice;
import io.github.greenscreen.space.Clause;
import io.github.greenscreen.space.Constant;
import io.github.greenscreen.space.Distribution;
import io.github.greenscreen.space.Distribution.Setting;
import io.github.greenscreen.space.Parameter;
import io.github.greenscreen.space.Range;
import io.github.greenscreen.space.Rule;
import io.github.greenscreen.space.SearchSpace;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Search spaces for tests. */
final class Spaces {
  private Spaces() {}

  /** Return a space of {@code digits} parameters of {@code base} values each, and one constant. */
  static SearchSpace odometer(int digits, int base) {
    List<String> values = IntStream.range(0, base).mapToObj(Integer::toString).toList();
    List<Parameter> parameters = new ArrayList<>();
    for (int i = 0; i < digits; i++) {
      parameters.add(new Choice("p" + i, values));
    }
    parameters.add(new Constant("seed", "22"));
    return new SearchSpace(parameters);
  }

  /** Return the space of the shipped {@code config.yaml}. */
  static SearchSpace study() {
    return new SearchSpace(
        List.of(
            choice("preprocessing", "None", "standardization", "robust_scaling", "minmax"),
            choice("augmentation", "None", "random", "mixup", "cutmix"),
            choice("precision", "float16", "float32", "float64", "global_policy_float16"),
            choice("batch_size", "4", "32", "64", "128"),
            choice("partitioning", "60-20-20", "70-15-15", "80-10-10", "90-5-5"),
            choice("lr", "0.01", "1.5e-4", "8.0e-4", "6.25e-3"),
            choice("lr_schedule", "constant", "exponential", "polynomial", "cosine"),
            choice("optimizer_momentum", "0.0", "0.5", "0.9", "0.99"),
            choice("optimizer", "RMSProp", "SGD", "Adam", "AdamW"),
            choice("internal", "None", "pre_quantization", "post_quantization", "jit_compilation"),
            new Constant("model", "resnet50"),
            new Constant("stem", "imagenet"),
            new Constant("dataset", "cifar10"),
            new Constant("epochs", "50"),
            new Constant("seed", "22")));
  }

  /** Return a learning rate between two ends, all magnitudes equally often. */
  static Range rate() {
    return new Range(
        "lr",
        Distribution.LOG_UNIFORM_VALUES,
        Map.of(Setting.MIN, new BigDecimal("1e-4"), Setting.MAX, new BigDecimal("0.1")));
  }

  /**
   * Return a finite space of 17 configurations: momentum counts for SGD, large Adam is forbidden.
   */
  static SearchSpace conditional() {
    return new SearchSpace(
        List.of(
            choice("optimizer", "SGD", "Adam"),
            choice("optimizer_momentum", "0", "0.5", "0.9"),
            new Choice(
                "batch_size", List.of("4", "8", "16", "32", "64"), List.of(.1, .1, .1, .1, .6))),
        Map.of("optimizer_momentum", new Rule(List.of(Clause.of("optimizer", List.of("SGD"))))),
        List.of(
            new Rule(
                List.of(
                    Clause.of("optimizer", List.of("Adam")),
                    Clause.between("batch_size", 16, 99)))));
  }

  private static Choice choice(String name, String... values) {
    return new Choice(name, List.of(values));
  }
}
