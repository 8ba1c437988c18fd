package io.github.greenscreen.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.greenscreen.training.engine.EpochResult;
import io.github.greenscreen.training.engine.TrainingJob;
import io.github.greenscreen.training.hyperparameter.ExecutionMode;
import io.github.greenscreen.training.hyperparameter.Hyperparameters;
import io.github.greenscreen.training.hyperparameter.NetworkKind;
import io.github.greenscreen.training.hyperparameter.Precision;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every network trains in every precision and execution mode that it does not exclude. The whole
 * table takes many minutes, so a build tries two settings of each network; the system property
 * {@code every.setting} asks for all of them.
 */
class NetworkTrainingTest {
  private static final boolean ALL = Boolean.getBoolean("every.setting");
  private static final int STEPS = 3;

  /** One network of each family; other tests train ResNet-20 and ResNet-50 in every precision. */
  private static final Set<NetworkKind> TRIED =
      EnumSet.of(
          NetworkKind.RESNET18,
          NetworkKind.RESNET56,
          NetworkKind.EFFICIENTNET_B0,
          NetworkKind.VIT_TINY,
          NetworkKind.CONVNEXT_TINY,
          NetworkKind.AIRBENCH);

  /**
   * The first losses of 16-bit formats differ from float32's by less than this share: by rounding,
   * and because PyTorch drops other numbers in another format.
   */
  private static final double TOLERANCE = 0.25;

  private static final Map<NetworkKind, List<Double>> SINGLE_PRECISION = new LinkedHashMap<>();

  private record Setting(NetworkKind network, Precision precision, ExecutionMode internal) {}

  static Stream<Setting> settings() {
    return Arrays.stream(NetworkKind.values()).flatMap(NetworkTrainingTest::settings);
  }

  private static Stream<Setting> settings(NetworkKind network) {
    return Arrays.stream(Precision.values())
        .flatMap(
            precision ->
                Arrays.stream(ExecutionMode.values())
                    .map(internal -> new Setting(network, precision, internal)))
        .filter(setting -> network.isQuantizable() || !setting.internal().quantizes())
        .filter(setting -> ALL || isTried(setting));
  }

  private static boolean isTried(Setting setting) {
    boolean mixed = setting.precision() == Precision.GLOBAL_POLICY_FLOAT16;
    boolean single = setting.precision() == Precision.FLOAT32;
    return TRIED.contains(setting.network())
        && switch (setting.internal()) {
          case NONE -> mixed;
          case JIT_COMPILATION -> single;
          case PRE_QUANTIZATION, POST_QUANTIZATION -> false;
        };
  }

  @ParameterizedTest
  @MethodSource("settings")
  void threeSteps_ofSetting_haveTheLossesOfSinglePrecision(Setting setting) {
    List<Double> expected =
        SINGLE_PRECISION.computeIfAbsent(
            setting.network(),
            network -> losses(new Setting(network, Precision.FLOAT32, ExecutionMode.NONE)));

    List<Double> losses = losses(setting);

    assertThat(losses).hasSize(STEPS).allMatch(Double::isFinite);
    assertThat(losses.get(0)).isCloseTo(expected.get(0), within(TOLERANCE * expected.get(0)));
  }

  private static List<Double> losses(Setting setting) {
    Hyperparameters how =
        Jobs.how(
            "model",
            setting.network().configName(),
            "precision",
            setting.precision().configName(),
            "internal",
            setting.internal().configName(),
            "stem",
            "cifar",
            "batch_size",
            "5",
            "lr",
            "1.0e-4");
    TrainingJob job = Jobs.job(Jobs.images(7), how, STEPS, 1, Optional.empty());
    return Jobs.epochs(new DjlTrainer(), job).stream().map(EpochResult::loss).toList();
  }
}
