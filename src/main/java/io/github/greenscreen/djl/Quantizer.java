package io.github.greenscreen.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.github.greenscreen.djl.data.Augmenters;
import io.github.greenscreen.djl.data.DeviceBatches;
import io.github.greenscreen.djl.export.NetworkSaver;
import io.github.greenscreen.djl.metric.EvaluationResult;
import io.github.greenscreen.djl.network.Quantization;
import io.github.greenscreen.djl.quantized.Int8Export;
import io.github.greenscreen.djl.quantized.Int8Network;
import io.github.greenscreen.djl.quantized.IntegerKernels;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Quantises a trained network to the int8 network that its run delivers. If training has not
 * followed the ranges of activations, they are calibrated with some unaugmented training images, as
 * the means over batches of the smallest and largest value (Nagel et al., 2021, <a
 * href="https://arxiv.org/abs/2106.08295">arXiv 2106.08295</a>, section 3.1, min-max).
 */
final class Quantizer {
  private static final int CALIBRATION_IMAGES = 1024;
  private static final int BATCH = 128;

  private final TrainingComponents parts;
  private final Map<String, String> findings = new LinkedHashMap<>();

  /** Create a quantizer of the network of {@code parts}. */
  Quantizer(TrainingComponents parts) {
    this.parts = parts;
  }

  /**
   * Quantise the network, without its pruned filters, and return the result, which the caller
   * closes.
   *
   * @param training indices of the training images
   * @param file the file to write; empty to write none
   * @throws io.github.greenscreen.djl.quantized.Int8Exception if a value is not finite
   */
  Int8Network quantize(int[] training, long seed, Optional<Path> file) {
    if (parts.quantization == Quantization.CALIBRATED) {
      calibrate(training, seed);
    }
    try (DeliveredNetwork delivered = DeliveredNetwork.of(parts)) {
      Int8Network result = export(delivered, file);
      note(result, delivered);
      return result;
    }
  }

  private void note(Int8Network result, DeliveredNetwork delivered) {
    note("quantized_kernels", "%s", result.kernels().configName());
    note("quantized_device", "%s", "cpu");
    note("activation_bits", "%d", IntegerKernels.levels() == 255 ? 8 : 7);
    note("model_bytes", "%d", NetworkSaver.size(delivered.network()));
    note("quantized_bytes", "%d", result.bytes());
  }

  /** Record the validation accuracies of the network before and after quantisation. */
  void compare(EvaluationResult before, EvaluationResult after) {
    note("accuracy_before_quantization", "%.6f", before.accuracy());
    note("accuracy_after_quantization", "%.6f", after.accuracy());
  }

  /** Return the findings, keyed as in {@code status.yaml}; empty before {@link #quantize}. */
  Map<String, String> findings() {
    return findings;
  }

  private void calibrate(int[] training, long seed) {
    NDManager manager = parts.trainer.getManager();
    int[] order = Batches.shuffled(training, training.length, new SplittableRandom(seed)).get(0);
    int[] some = Arrays.copyOf(order, Math.min(CALIBRATION_IMAGES, order.length));
    try (DeviceBatches batches = DeviceBatches.unvaried(manager, Batches.inOrder(some, BATCH))) {
      for (int i = 0; i < batches.count(); i++) {
        try (NDManager scope = manager.newSubManager()) {
          NDArray images = parts.images.batch(batches.get(scope, i), Augmenters.none()).images();
          parts.network.calibrate(images);
        }
      }
    }
  }

  private static Int8Network export(DeliveredNetwork delivered, Optional<Path> file) {
    try {
      if (file.isPresent()) {
        Files.createDirectories(file.get().toAbsolutePath().getParent());
        return write(delivered, file.get());
      }
      Path temporary = Files.createTempFile("greenscreen", ".pt");
      try {
        return write(delivered, temporary);
      } finally {
        Files.delete(temporary);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the quantised network", e);
    }
  }

  private static Int8Network write(DeliveredNetwork delivered, Path file) throws IOException {
    return Int8Export.write(
        file, delivered.architecture(), delivered.network(), IntegerKernels.levels());
  }

  private void note(String key, String format, Object value) {
    findings.put(key, String.format(Locale.ROOT, format, value));
  }
}
