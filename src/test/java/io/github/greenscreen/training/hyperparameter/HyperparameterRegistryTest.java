package io.github.greenscreen.training.hyperparameter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HyperparameterRegistryTest {

  @ParameterizedTest
  @CsvSource({
    "augmentation, none",
    "augmentation, mixup",
    "batch_size, 1",
    "batch_size, 128",
    "partitioning, 60-20-20",
    "lr, 0.01",
    "lr, 1.5e-4",
    "lr, 1",
    "optimizer_momentum, 0.0",
    "optimizer_momentum, 0.99",
    "seed, -3",
    "seed, 123456789012345678",
    "epochs, 1",
    "dataset, shapes",
    "dataset, folder",
    "image_size, 8",
    "image_size, 1024",
    "stem, cifar",
    "memory_format, contiguous",
    "decay_steps, run",
    "decay_steps, 1000",
  })
  void problem_legalValue_isEmpty(String name, String value) {
    assertThat(HyperparameterRegistry.problem(name, value)).isEmpty();
  }

  @Test
  void problem_misspelledWord_isNamedWithChoicesAndHint() {
    assertThat(HyperparameterRegistry.problem("augmentation", "mixupp"))
        .contains(
            "unknown augmentation \"mixupp\"; expected one of None, random, mixup, cutmix"
                + ", translate, alternating_flip, translate+alternating_flip"
                + " (did you mean \"mixup\"?)");
    assertThat(HyperparameterRegistry.problem("dataset", "imagenet"))
        .contains(
            "unknown dataset \"imagenet\"; expected one of cifar10, cifar100, shapes, folder");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "batch_size | 0 | a whole number above 0",
        "batch_size | -4 | a whole number above 0",
        "batch_size | 32.0 | a whole number above 0",
        "batch_size | 12345678901 | a whole number above 0",
        "decay_steps | 0 | \"run\" for the default of the schedule, mostly all steps after the"
            + " warm-up, or a whole number above 0 such as 1000",
        "decay_steps | Run | \"run\" for the default of the schedule, mostly all steps after the"
            + " warm-up, or a whole number above 0 such as 1000",
        "image_size | 7 | a whole number from 8 to 1024",
        "image_size | 1025 | a whole number from 8 to 1024",
        "image_size | 32.5 | a whole number from 8 to 1024",
        "epochs | none | a whole number above 0",
        "lr | 0 | a number above 0",
        "lr | -0.1 | a number above 0",
        "lr | NaN | a number above 0",
        "lr | 1e999 | a number above 0",
        "lr | 1d | a number above 0",
        "lr | 0x1p3 | a number above 0",
        "optimizer_momentum | 1 | a number of at least 0 and below 1",
        "optimizer_momentum | -0.1 | a number of at least 0 and below 1",
        "seed | 1.5 | a whole number",
        "seed | 1234567890123456789 | a whole number",
      })
  void problem_illegalNumber_saysWhatIsExpected(String name, String value, String expected) {
    assertThat(HyperparameterRegistry.problem(name, value))
        .contains("illegal %s \"%s\"; expected %s".formatted(name, value, expected));
  }

  @ParameterizedTest
  @CsvSource({"80-10", "80-10-20", "100-0-0", "a-b-c", "80-20-0"})
  void problem_illegalPartitioning_givesAnExample(String value) {
    assertThat(HyperparameterRegistry.problem("partitioning", value))
        .contains(
            "illegal partitioning \"%s\"; expected percent of training, validation and test images that sum to 100, such as 80-10-10"
                .formatted(value));
  }

  @Test
  void problem_unknownParameter_listsAllAndHints() {
    assertThat(HyperparameterRegistry.problem("optimiser", "SGD"))
        .contains(
            "unknown parameter \"optimiser\"; expected one of preprocessing, augmentation,"
                + " precision, batch_size, accumulate, partitioning, lr, lr_schedule,"
                + " optimizer_momentum, optimizer, weight_decay, gradient_clipping,"
                + " label_smoothing, weight_averaging, dropout, stochastic_depth, pruning_schedule,"
                + " initial_sparsity, final_sparsity, pruning_begin, pruning_end,"
                + " pruning_frequency, pruning_scope, pruning_structure, test_time_flip, internal,"
                + " model, stem, weights, freeze,"
                + " initialization, memory_format, data_location, pin_memory, decay_steps,"
                + " warmup_steps, dataset, image_size, epochs, patience, seed (did you mean \"optimizer\"?)");
  }

  @Test
  void fallback_everyParameter_isLegal() {
    for (String name : HyperparameterRegistry.names()) {
      assertThat(HyperparameterRegistry.problem(name, HyperparameterRegistry.defaultValue(name)))
          .as(name)
          .isEmpty();
    }
  }
}
