package io.github.greenscreen.djl;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.djl.network.layer.ElementType;
import io.github.greenscreen.run.evaluation.LayerSparsity;
import io.github.greenscreen.training.engine.EngineInfo;
import io.github.greenscreen.training.engine.EpochResult;
import io.github.greenscreen.training.engine.TrainingJob;
import io.github.greenscreen.training.engine.TrainingObserver;
import io.github.greenscreen.training.engine.TrainingResult;
import io.github.greenscreen.weights.StoredArray;
import io.github.greenscreen.weights.WeightsFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a pruned training delivers: exactly as many zeros as asked, in every precision. */
class PruningTrainingTest {

  @ParameterizedTest
  @CsvSource({
    "float32,               0",
    "float64,               0",
    "bfloat16,              0",
    "float16,               0",
    "global_policy_float16, 0",
    "float32,               0.9",
    "bfloat16,              0.9",
  })
  void train_withAConstantSparsity_deliversIt(String precision, String averaging) {
    TrainingResult result =
        train(
            new DjlTrainer(),
            "precision",
            precision,
            "weight_averaging",
            averaging,
            "pruning_schedule",
            "constant",
            "pruning_begin",
            "2",
            "pruning_frequency",
            "2",
            "final_sparsity",
            "0.7");
    assertSparse(result, 0.7);
  }

  /** As on a GPU: the first steps are skipped, and the loss is scaled. */
  @Test
  void train_withAScaledLoss_deliversTheSparsity() {
    TrainingResult result =
        train(
            new DjlTrainer(Optional.of(ElementType.FLOAT16)),
            "precision",
            "global_policy_float16",
            "pruning_schedule",
            "constant",
            "final_sparsity",
            "0.7");
    assertSparse(result, 0.7);
  }

  /** The masks of quantised weights are those of the trained ones. */
  @ParameterizedTest
  @CsvSource({"pre_quantization", "post_quantization", "jit_compilation"})
  void train_withAnExecutionMode_deliversTheSparsity(String internal) {
    TrainingResult result =
        train(
            new DjlTrainer(),
            "internal",
            internal,
            "pruning_schedule",
            "constant",
            "final_sparsity",
            "0.6");
    assertSparse(result, 0.6);
  }

  /** The integers of a pruned weight are 0 in the file that the run delivers. */
  @ParameterizedTest
  @CsvSource({"pre_quantization", "post_quantization"})
  void train_quantized_deliversIntegersOfTheStructure(String internal, @TempDir Path folder) {
    Path file = folder.resolve("int8.pt");
    TrainingJob plain =
        job(
            "internal", internal,
            "weight_averaging", "0.5",
            "pruning_schedule", "constant",
            "pruning_structure", "2:4");
    new DjlTrainer()
        .train(
            new TrainingJob(
                plain.hyperparameters(),
                plain.epochs(),
                plain.seed(),
                plain.images(),
                plain.split(),
                Optional.empty(),
                Optional.of(file)),
            new Silent());

    int layers = 0;
    for (Map.Entry<String, StoredArray> entry : WeightsFile.read(file).arrays().entrySet()) {
      if (entry.getKey().endsWith("_weight") && entry.getValue().shape().get(1) % 4 == 0) {
        assertGroups(entry.getKey(), entry.getValue());
        layers++;
      }
    }
    assertThat(layers).isEqualTo(19);
  }

  private static void assertGroups(String name, StoredArray array) {
    List<Long> shape = array.shape();
    double[] values = array.values();
    int window = shape.stream().skip(2).mapToInt(Long::intValue).reduce(1, (a, b) -> a * b);
    for (int group = 0; group < values.length / window / 4; group++) {
      for (int position = 0; position < window; position++) {
        int zeros = 0;
        for (int i = 0; i < 4; i++) {
          zeros += values[(4 * group + i) * window + position] == 0 ? 1 : 0;
        }
        assertThat(zeros).as(name).isGreaterThanOrEqualTo(2);
      }
    }
  }

  /** Steps are those of the optimizer: 48 images in batches of 8 are 6, or 3 if two make one. */
  @ParameterizedTest
  @CsvSource({"1, 0.875", "2, 0.0"})
  void train_withAccumulation_countsSteps(String accumulate, double expected) {
    TrainingResult result =
        train(
            new DjlTrainer(),
            "accumulate",
            accumulate,
            "pruning_schedule",
            "constant",
            "pruning_begin",
            "7",
            "pruning_frequency",
            "1",
            "final_sparsity",
            "0.875");
    assertSparse(result, expected);
  }

  @Test
  void train_withAPolynomialOfTheWholeRun_endsWithTheFinalSparsity() {
    TrainingResult result =
        train(
            new DjlTrainer(),
            "pruning_schedule",
            "polynomial",
            "initial_sparsity",
            "0.2",
            "pruning_begin",
            "1",
            "pruning_frequency",
            "5",
            "final_sparsity",
            "0.8");
    assertSparse(result, 0.8);
  }

  @Test
  void train_ofTheWholeNetwork_prunesLayersUnequally() {
    TrainingResult result =
        train(
            new DjlTrainer(),
            "pruning_schedule",
            "constant",
            "pruning_scope",
            "global",
            "final_sparsity",
            "0.5");
    long weights = result.sparsities().stream().mapToLong(LayerSparsity::weights).sum();
    long zeros = result.sparsities().stream().mapToLong(LayerSparsity::zeros).sum();
    assertThat(zeros).isEqualTo(Math.round(0.5 * weights));
    assertThat(result.sparsities()).extracting(LayerSparsity::sparsity).doesNotContain(0.5);
  }

  /** The three channels of a picture are no group of four. */
  @Test
  void train_twoOfFour_prunesHalfOfAllButTheFirstLayer() {
    TrainingResult result =
        train(new DjlTrainer(), "pruning_schedule", "constant", "pruning_structure", "2:4");
    assertThat(result.sparsities().get(0).zeros()).isZero();
    assertThat(result.sparsities().subList(1, result.sparsities().size()))
        .allMatch(layer -> layer.zeros() * 2 == layer.weights());
  }

  /** The numbers are counted by hand: half of the channels within the blocks are gone. */
  @ParameterizedTest
  @CsvSource({
    "float32,               0,   None",
    "float64,               0,   None",
    "bfloat16,              0.9, None",
    "float16,               0,   None",
    "global_policy_float16, 0.9, None",
    "float32,               0.9, jit_compilation",
    "float32,               0,   pre_quantization",
    "float32,               0.9, post_quantization",
  })
  void train_byFilters_deliversASmallerNetwork(
      String precision, String averaging, String internal) {
    TrainingResult result =
        train(
            new DjlTrainer(),
            "precision",
            precision,
            "weight_averaging",
            averaging,
            "internal",
            internal,
            "pruning_schedule",
            "constant",
            "pruning_structure",
            "filter",
            "pruning_begin",
            "2",
            "pruning_frequency",
            "2");
    assertThat(result.findings())
        .containsEntry("removed_filters", "168")
        .containsEntry("delivered_parameters", "135299")
        .containsEntry("delivered_multiply_adds_per_image", "20496576")
        .containsEntry("weight_sparsity", "0.000000")
        .containsEntry("float32_bytes", Integer.toString(4 * (135_299 + 1_376 - 2 * 168)));
    assertThat(result.sparsities())
        .contains(new LayerSparsity("layer1.0.conv1.weight", 8 * 16 * 9, 0));
  }

  /** Every layer keeps at least one filter, and the whole network loses as many as asked. */
  @ParameterizedTest
  @CsvSource({"layer, 0.99, 327", "global, 0.99, 327", "global, 0.3, 101", "layer, 0.3, 102"})
  void train_byFilters_removesAsManyAsAsked(String scope, String sparsity, String removed) {
    TrainingResult result =
        train(
            new DjlTrainer(),
            "pruning_schedule",
            "constant",
            "pruning_structure",
            "filter",
            "pruning_scope",
            scope,
            "final_sparsity",
            sparsity);
    assertThat(result.findings()).containsEntry("removed_filters", removed);
  }

  /** A run that ends before the first pruning delivers what it trained. */
  @Test
  void train_byFiltersThatAreNeverPruned_deliversTheWholeNetwork() {
    TrainingResult result =
        train(
            new DjlTrainer(),
            "pruning_schedule",
            "constant",
            "pruning_structure",
            "filter",
            "pruning_begin",
            "1000");
    assertThat(result.findings())
        .containsEntry("removed_filters", "0")
        .containsEntry("delivered_parameters", "269267")
        .containsEntry("delivered_multiply_adds_per_image", "40550592");
  }

  /** Arrays of the quantised network are those of the smaller one, too. */
  @Test
  void train_quantizedByFilters_deliversSmallerIntegers(@TempDir Path folder) {
    Path file = folder.resolve("int8.pt");
    TrainingJob plain =
        job(
            "internal", "post_quantization",
            "pruning_schedule", "constant",
            "pruning_structure", "filter");
    new DjlTrainer()
        .train(
            new TrainingJob(
                plain.hyperparameters(),
                plain.epochs(),
                plain.seed(),
                plain.images(),
                plain.split(),
                Optional.empty(),
                Optional.of(file)),
            new Silent());
    Map<String, StoredArray> arrays = WeightsFile.read(file).arrays();
    assertThat(arrays.get("layer1_0_conv1_weight").shape()).containsExactly(8L, 16L, 3L, 3L);
    assertThat(arrays.get("layer1_0_conv1_bias").shape()).containsExactly(8L);
    assertThat(arrays.get("layer3_0_conv2_weight").shape()).containsExactly(64L, 32L, 3L, 3L);
  }

  @Test
  void train_withoutPruning_recordsSizes() {
    TrainingResult result = train(new DjlTrainer(), "epochs", "1");
    assertThat(result.findings()).containsEntry("weight_sparsity", "0.000000");
    assertThat(Integer.parseInt(result.findings().get("float32_bytes")))
        .isEqualTo(4 * (269_267 + 1_376));
  }

  private static void assertSparse(TrainingResult result, double sparsity) {
    assertThat(result.sparsities()).isNotEmpty();
    for (LayerSparsity layer : result.sparsities()) {
      assertThat(layer.zeros()).as(layer.name()).isEqualTo(Math.round(sparsity * layer.weights()));
    }
  }

  private static TrainingResult train(DjlTrainer trainer, String... namesAndValues) {
    return trainer.train(job(namesAndValues), new Silent());
  }

  private static TrainingJob job(String... namesAndValues) {
    String[] all = new String[namesAndValues.length + 2];
    all[0] = "batch_size";
    all[1] = "8";
    System.arraycopy(namesAndValues, 0, all, 2, namesAndValues.length);
    return Jobs.job(Jobs.how(all), 2, 1, Optional.empty());
  }

  private static final class Silent implements TrainingObserver {
    @Override
    public boolean wantsStoredSize() {
      return true;
    }

    @Override
    public void trainingBegins(EngineInfo preparation) {}

    @Override
    public void epochEnded(EpochResult result) {}
  }
}
