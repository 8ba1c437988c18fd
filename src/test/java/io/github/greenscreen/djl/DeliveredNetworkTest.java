package io.github.greenscreen.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.training.listener.TrainingListenerAdapter;
import io.github.greenscreen.djl.data.Augmenters;
import io.github.greenscreen.djl.data.DeviceBatches;
import io.github.greenscreen.djl.metric.PhaseTimer;
import io.github.greenscreen.djl.network.Architecture;
import io.github.greenscreen.djl.network.ScriptedNetwork;
import io.github.greenscreen.djl.network.layer.ElementType;
import io.github.greenscreen.djl.quantized.Int8Export;
import io.github.greenscreen.djl.quantized.Int8Network;
import io.github.greenscreen.djl.quantized.IntegerKernels;
import io.github.greenscreen.djl.selftest.EngineSettings;
import io.github.greenscreen.training.engine.TrainingJob;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The network without its pruned filters computes what the trained one with zeros computes. */
class DeliveredNetworkTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "resnet20, float64,               layer,  1e-12",
    "resnet20, float32,               global, 1e-5",
    "resnet20, global_policy_float16, global, 0.05",
    "resnet18, float32,               layer,  1e-5",
    "resnet50, float32,               global, 1e-5",
  })
  void network_withoutFilters_givesTheSameLogits(
      String model, String precision, String scope, double tolerance) {
    TrainingJob job = job("model", model, "precision", precision, "pruning_scope", scope);
    try (TrainingComponents parts = trained(job);
        DeliveredNetwork delivered = DeliveredNetwork.of(parts)) {
      assertThat(delivered.architecture().size().parameters())
          .isLessThan(parts.architecture.size().parameters() * 3 / 4);
      NDArray images = images(parts);
      double[] expected = numbers(parts.trainer.evaluate(new NDList(images)).head());
      double largest = Arrays.stream(expected).map(Math::abs).max().orElseThrow();

      double[] logits = numbers(delivered.network().infer(images));

      assertThat(logits).containsExactly(expected, within(tolerance * Math.max(1, largest)));
    }
  }

  /** Removed filters change no scale, so that integers and logits are the same to the last bit. */
  @ParameterizedTest
  @CsvSource({"pre_quantization, layer", "post_quantization, global"})
  void network_withoutFilters_givesExactlyTheSameLogitsInIntegers(String internal, String scope)
      throws IOException {
    TrainingJob job = job("internal", internal, "pruning_scope", scope);
    try (TrainingComponents parts = trained(job)) {
      NDArray images = images(parts);
      if (internal.startsWith("post")) {
        parts.network.calibrate(images);
      }
      try (DeliveredNetwork delivered = DeliveredNetwork.of(parts)) {
        double[] expected = ofIntegers("whole.pt", parts.architecture, parts.network, images);

        double[] logits =
            ofIntegers("small.pt", delivered.architecture(), delivered.network(), images);

        assertThat(logits).isEqualTo(expected);
        assertThat(Files.size(folder.resolve("small.pt")))
            .isLessThan(Files.size(folder.resolve("whole.pt")) * 3 / 4);
      }
    }
  }

  @Test
  void network_fromWhichNoFilterIsRemoved_isTheTrainedOne() {
    for (String structure : List.of("unstructured", "filter")) {
      TrainingJob job = job("pruning_structure", structure, "final_sparsity", "0.001");
      try (TrainingComponents parts = trained(job);
          DeliveredNetwork delivered = DeliveredNetwork.of(parts)) {
        assertThat(delivered.network()).isSameAs(parts.network);
        assertThat(delivered.architecture()).isSameAs(parts.architecture);
        assertThat(delivered.filters()).isEmpty();
      }
    }
  }

  private double[] ofIntegers(
      String name, Architecture architecture, ScriptedNetwork network, NDArray images)
      throws IOException {
    Path file = folder.resolve(name);
    try (Int8Network quantized =
        Int8Export.write(file, architecture, network, IntegerKernels.levels())) {
      return numbers(quantized.infer(images));
    }
  }

  /** Return a training that removes half of the filters, unless the values say otherwise. */
  private static TrainingJob job(String... namesAndValues) {
    String[] all =
        Stream.concat(
                Stream.of("pruning_schedule", "constant", "pruning_structure", "filter"),
                Stream.concat(
                    Stream.of("batch_size", "8", "stem", "cifar"), Stream.of(namesAndValues)))
            .toArray(String[]::new);
    return Jobs.job(Jobs.how(all), 1, 1, Optional.empty());
  }

  /** Train one epoch, so that the statistics of batch normalisation are those of pictures. */
  private static TrainingComponents trained(TrainingJob job) {
    TrainingComponents parts =
        new TrainingComponents(
            job,
            Device.cpu(),
            ElementType.BFLOAT16,
            EngineSettings.FASTEST,
            Batches.steps(job),
            new TrainingListenerAdapter() {});
    JniUtils.setGradMode(true);
    JniUtils.setGraphExecutorOptimize(false);
    new EpochTraining(job, parts, Augmenters.none(), new PhaseTimer(false)).train(0);
    return parts;
  }

  private static NDArray images(TrainingComponents parts) {
    NDManager manager = parts.trainer.getManager();
    List<int[]> order = List.of(IntStream.range(0, 20).toArray());
    try (DeviceBatches batches = DeviceBatches.unvaried(manager, order)) {
      return parts.images.batch(batches.get(manager, 0), Augmenters.none()).images();
    }
  }

  private static double[] numbers(NDArray logits) {
    return logits.toType(DataType.FLOAT64, true).toDoubleArray();
  }
}
