package io.github.greenscreen.search;

import io.github.greenscreen.space.CategoricalParameter;
import io.github.greenscreen.space.Condition;
import io.github.greenscreen.space.Conjunction;
import io.github.greenscreen.space.DistributionType;
import io.github.greenscreen.space.DistributionType.Setting;
import io.github.greenscreen.space.FixedParameter;
import io.github.greenscreen.space.NumericParameter;
import io.github.greenscreen.space.Parameter;
import io.github.greenscreen.space.SearchSpace;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Search spaces for tests. */
public final class Spaces {
  private Spaces() {}

  /** Return a space of {@code digits} parameters of {@code base} values each, and one constant. */
  public static SearchSpace odometer(int digits, int base) {
    List<String> values = IntStream.range(0, base).mapToObj(Integer::toString).toList();
    List<Parameter> parameters = new ArrayList<>();
    for (int i = 0; i < digits; i++) {
      parameters.add(new CategoricalParameter("p" + i, values));
    }
    parameters.add(new FixedParameter("seed", "22"));
    return new SearchSpace(parameters);
  }

  /** Return the space of the shipped {@code config.yaml}. */
  public static SearchSpace study() {
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
            new FixedParameter("model", "resnet50"),
            new FixedParameter("stem", "imagenet"),
            new FixedParameter("dataset", "cifar10"),
            new FixedParameter("epochs", "50"),
            new FixedParameter("seed", "22")));
  }

  /** Return a learning rate between two ends, all magnitudes equally often. */
  public static NumericParameter rate() {
    return new NumericParameter(
        "lr",
        DistributionType.LOG_UNIFORM_VALUES,
        Map.of(Setting.MIN, new BigDecimal("1e-4"), Setting.MAX, new BigDecimal("0.1")));
  }

  /**
   * Return a finite space of 17 configurations: momentum counts for SGD, large Adam is forbidden.
   */
  public static SearchSpace conditional() {
    return new SearchSpace(
        List.of(
            choice("optimizer", "SGD", "Adam"),
            choice("optimizer_momentum", "0", "0.5", "0.9"),
            new CategoricalParameter(
                "batch_size", List.of("4", "8", "16", "32", "64"), List.of(.1, .1, .1, .1, .6))),
        Map.of(
            "optimizer_momentum",
            new Conjunction(List.of(Condition.of("optimizer", List.of("SGD"))))),
        List.of(
            new Conjunction(
                List.of(
                    Condition.of("optimizer", List.of("Adam")),
                    Condition.between("batch_size", 16, 99)))));
  }

  private static CategoricalParameter choice(String name, String... values) {
    return new CategoricalParameter(name, List.of(values));
  }
}
