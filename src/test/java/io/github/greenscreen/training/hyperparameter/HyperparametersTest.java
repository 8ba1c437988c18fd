package io.github.greenscreen.training.hyperparameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.greenscreen.data.split.Partition;
import io.github.greenscreen.space.Configuration;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
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
                Initialization.RANDOM,
                Optional.empty(),
                Freeze.NONE,
                MemoryFormat.CHANNELS_LAST,
                Preprocessing.NONE,
                Augmentation.NONE,
                Precision.FLOAT32,
                32,
                1,
                DataPlacement.ON_DEVICE,
                new Partition(80, 10, 10),
                32,
                OptionalInt.empty(),
                new LearningRate(8.0e-4, LrSchedule.CONSTANT, OptionalInt.empty(), 0),
                OptimizerSettings.of(OptimizerKind.ADAM, 0.9),
                0,
                0,
                Regularization.OF_THE_NETWORK,
                new Pruning(
                    PruningSchedule.NONE,
                    0,
                    0.5,
                    0,
                    OptionalInt.empty(),
                    100,
                    PruningScope.LAYER,
                    PruningStructure.UNSTRUCTURED),
                false,
                ExecutionMode.NONE));
  }

  @Test
  void of_everyParameterGiven_readsEach() {
    Configuration configuration =
        Configuration.of(
            Map.ofEntries(
                Map.entry("model", "resnet20"),
                Map.entry("stem", "cifar"),
                Map.entry("initialization", "whitening"),
                Map.entry("weights", "/weights/resnet20.pth"),
                Map.entry("freeze", "backbone"),
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
                Map.entry("optimizer", "Nesterov"),
                Map.entry("accumulate", "3"),
                Map.entry("data_location", "host"),
                Map.entry("pin_memory", "true"),
                Map.entry("patience", "4"),
                Map.entry("warmup_steps", "20"),
                Map.entry("weight_decay", "0.01"),
                Map.entry("gradient_clipping", "2"),
                Map.entry("label_smoothing", "0.1"),
                Map.entry("weight_averaging", "0.99"),
                Map.entry("dropout", "0.3"),
                Map.entry("stochastic_depth", "0.05"),
                Map.entry("pruning_schedule", "polynomial"),
                Map.entry("initial_sparsity", "0.1"),
                Map.entry("final_sparsity", "0.8"),
                Map.entry("pruning_begin", "10"),
                Map.entry("pruning_end", "1000"),
                Map.entry("pruning_frequency", "50"),
                Map.entry("pruning_scope", "global"),
                Map.entry("pruning_structure", "2:4"),
                Map.entry("test_time_flip", "True"),
                Map.entry("image_size", "48"),
                Map.entry("internal", "jit_compilation")));
    assertThat(Hyperparameters.of(configuration))
        .isEqualTo(
            new Hyperparameters(
                NetworkKind.RESNET20,
                Stem.CIFAR,
                Initialization.WHITENING,
                Optional.of(Path.of("/weights/resnet20.pth")),
                Freeze.BACKBONE,
                MemoryFormat.CONTIGUOUS,
                Preprocessing.MINMAX,
                Augmentation.CUTMIX,
                Precision.FLOAT64,
                4,
                3,
                new DataPlacement(DataPlacement.Location.HOST, true),
                new Partition(90, 5, 5),
                48,
                OptionalInt.of(4),
                new LearningRate(1.5e-4, LrSchedule.COSINE, OptionalInt.of(1000), 20),
                new OptimizerSettings(
                    OptimizerKind.NESTEROV, 0.5, OptionalDouble.of(0.01), OptionalDouble.of(2)),
                0.1,
                0.99,
                new Regularization(OptionalDouble.of(0.3), OptionalDouble.of(0.05)),
                new Pruning(
                    PruningSchedule.POLYNOMIAL,
                    0.1,
                    0.8,
                    10,
                    OptionalInt.of(1000),
                    50,
                    PruningScope.GLOBAL,
                    PruningStructure.TWO_OF_FOUR),
                true,
                ExecutionMode.JIT_COMPILATION));
  }

  @Test
  void of_illegalValue_throwsTheSentence() {
    assertThatThrownBy(() -> Hyperparameters.of(Configuration.of(Map.of("lr", "fast"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("illegal lr \"fast\"; expected a number above 0");
  }
}
