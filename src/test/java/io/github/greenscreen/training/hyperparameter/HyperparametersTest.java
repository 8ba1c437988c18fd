package io.github.greenscreen.training.hyperparameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.greenscreen.data.split.Partition;
import io.github.greenscreen.space.Configuration;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class HyperparametersTest {

  @Test
  void of_emptyConfiguration_takesEveryFallback() {
    assertThat(Hyperparameters.of(Configuration.of(Map.of())))
        .isEqualTo(
            new Hyperparameters(
                NetworkKind.RESNET50,
                Stem.IMAGENET,
                MemoryFormat.CHANNELS_LAST,
                Preprocessing.NONE,
                Augmentation.NONE,
                Precision.FLOAT32,
                32,
                new Partition(80, 10, 10),
                8.0e-4,
                LrSchedule.CONSTANT,
                OptionalInt.empty(),
                0.9,
                OptimizerKind.ADAM,
                ExecutionMode.NONE));
  }

  @Test
  void of_everyParameterGiven_readsEach() {
    Configuration configuration =
        Configuration.of(
            Map.ofEntries(
                Map.entry("model", "resnet20"),
                Map.entry("stem", "cifar"),
                Map.entry("memory_format", "contiguous"),
                Map.entry("preprocessing", "minmax"),
                Map.entry("augmentation", "cutmix"),
                Map.entry("precision", "float64"),
                Map.entry("batch_size", "4"),
                Map.entry("partitioning", "90-5-5"),
                Map.entry("lr", "1.5e-4"),
                Map.entry("lr_schedule", "cosine"),
                Map.entry("decay_steps", "1000"),
                Map.entry("optimizer_momentum", "0.5"),
                Map.entry("optimizer", "SGD"),
                Map.entry("internal", "jit_compilation")));
    assertThat(Hyperparameters.of(configuration))
        .isEqualTo(
            new Hyperparameters(
                NetworkKind.RESNET20,
                Stem.CIFAR,
                MemoryFormat.CONTIGUOUS,
                Preprocessing.MINMAX,
                Augmentation.CUTMIX,
                Precision.FLOAT64,
                4,
                new Partition(90, 5, 5),
                1.5e-4,
                LrSchedule.COSINE,
                OptionalInt.of(1000),
                0.5,
                OptimizerKind.SGD,
                ExecutionMode.JIT_COMPILATION));
  }

  @Test
  void of_illegalValue_throwsTheSentence() {
    assertThatThrownBy(() -> Hyperparameters.of(Configuration.of(Map.of("lr", "fast"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("illegal lr \"fast\"; expected a number above 0");
  }
}
