package io.github.greenscreen.djl;

import ai.djl.ndarray.NDManager;
import io.github.greenscreen.djl.data.Augmenters;
import io.github.greenscreen.djl.data.DeviceBatches;
import io.github.greenscreen.djl.data.DeviceDataSet;
import io.github.greenscreen.djl.export.NetworkSaver;
import io.github.greenscreen.djl.metric.EvaluationResult;
import io.github.greenscreen.djl.network.Architecture;
import io.github.greenscreen.djl.network.Quantization;
import io.github.greenscreen.djl.network.ScriptedNetwork;
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

  private final Architecture architecture;
  private final ScriptedNetwork network;
  private final Quantization quantization;
  private final Map<String, String> findings = new LinkedHashMap<>();

  Quantizer(Architecture architecture, ScriptedNetwork network, Quantization quantization) {
    this.architecture = architecture;
    this.network = network;
    this.quantization = quantization;
  }

  /**
   * Quantise the network and return the result, which the caller closes.
   *
   * @param images the data set that contains the calibration images
   * @param training indices of the training images
   * @param file the file to write; empty to write none
   * @throws io.github.greenscreen.djl.quantized.Int8Exception if a value is not finite
   */
  Int8Network quantize(
      DeviceDataSet images, NDManager manager, int[] training, long seed, Optional<Path> file) {
    if (quantization == Quantization.CALIBRATED) {
      calibrate(images, manager, training, seed);
    }
    Int8Network result = export(file);
    note("quantized_kernels", "%s", result.kernels().configName());
    note("quantized_device", "%s", "cpu");
    note("activation_bits", "%d", IntegerKernels.levels() == 255 ? 8 : 7);
    note("model_bytes", "%d", NetworkSaver.size(network));
    note("quantized_bytes", "%d", result.bytes());
    return result;
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

  private void calibrate(DeviceDataSet images, NDManager manager, int[] training, long seed) {
    int[] order = Batches.shuffled(training, training.length, new SplittableRandom(seed)).get(0);
    int[] some = Arrays.copyOf(order, Math.min(CALIBRATION_IMAGES, order.length));
    try (DeviceBatches batches = DeviceBatches.unvaried(manager, Batches.inOrder(some, BATCH))) {
      for (int i = 0; i < batches.count(); i++) {
        try (NDManager scope = manager.newSubManager()) {
          network.calibrate(images.batch(batches.get(scope, i), Augmenters.none()).images());
        }
      }
    }
  }

  private Int8Network export(Optional<Path> file) {
    try {
      if (file.isPresent()) {
        Files.createDirectories(file.get().toAbsolutePath().getParent());
        return Int8Export.write(file.get(), architecture, network, IntegerKernels.levels());
      }
      Path temporary = Files.createTempFile("greenscreen", ".pt");
      try {
        return Int8Export.write(temporary, architecture, network, IntegerKernels.levels());
      } finally {
        Files.delete(temporary);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the quantised network", e);
    }
  }

  private void note(String key, String format, Object value) {
    findings.put(key, String.format(Locale.ROOT, format, value));
  }
}
