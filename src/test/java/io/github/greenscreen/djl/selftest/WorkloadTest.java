package io.github.greenscreen.djl.selftest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.training.engine.TrainingJob;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkloadTest {

  /** Longer steps would take longer than a self-test may. */
  @ParameterizedTest
  @CsvSource({
    "resnet20, cifar,    4,   4",
    "resnet20, cifar,    128, 16",
    "resnet50, imagenet, 16,  16",
    "resnet50, imagenet, 17,  16",
    "resnet50, cifar,    4,   4",
    "resnet50, cifar,    32,  4",
  })
  void of_largeBatch_isCut(String model, String stem, String asked, int tested) {
    Workload workload = Workloads.of("model", model, "stem", stem, "batch_size", asked);
    assertThat(workload.batchSize()).isEqualTo(tested);
  }

  @Test
  void text_always_namesEverything() {
    Workload workload =
        Workloads.of("precision", "bfloat16", "internal", "jit_compilation", "lr", "3");
    assertThat(workload.text())
        .isEqualTo(
            "model=resnet20 stem=imagenet precision=bfloat16 memory_format=channels_last"
                + " internal=jit_compilation batch_size=4");
    assertThat(Workload.parse(workload.text())).isEqualTo(workload);
  }

  @Test
  void description_always_saysWhatIsTrained() {
    assertThat(Workloads.of().description()).isEqualTo("resnet20 in float32");
    assertThat(Workloads.of("internal", "post_quantization").description())
        .isEqualTo("resnet20 in float32 with post_quantization");
  }

  @Test
  void job_always_trainsOneBatchAnEpochAndValidatesOnOtherImages() {
    TrainingJob job = Workloads.of("internal", "pre_quantization").job();
    assertThat(job.split().training()).isEqualTo(new int[] {0, 1, 2, 3});
    assertThat(job.split().validation()).isEqualTo(new int[] {4, 5});
    assertThat(job.hyperparameters().internal().configName()).isEqualTo("pre_quantization");
    assertThat(job.hyperparameters().learningRate().initial()).isEqualTo(1e-6);
    assertThat(job.modelFolder()).isEmpty();
    assertThat(job.quantizedFile()).isEmpty();
    int images = job.images().size();
    assertThat(Arrays.stream(job.split().test()).allMatch(i -> i < images)).isTrue();
  }

  @Test
  void counts_always_leavesOutWarmUp() {
    int epochs = Workloads.of().job().epochs();
    assertThat(IntStream.range(0, epochs).filter(Workload::counts).boxed().toList())
        .containsExactly(1, 2);
  }
}
