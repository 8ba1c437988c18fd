package io.github.greenscreen.analysis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * Writes as many run folders as one likes, the first the baseline, as this program would leave
 * them: the ten parameters of the study at random, times that depend on the batch size, made-up
 * curves. Run it by hand as {@code ManyRuns COUNT EPOCHS FOLDER} to measure large analyses.
 */
public final class ManyRuns {
  private static final String HEADER =
      "epoch,time,loss,accuracy,val_loss,val_accuracy,gpu_power_W,gpu_temp_C,gpu_util_%,"
          + "epoch_seconds,energy_Wh,gpu_memory_MiB,cpu_power_W,lr,images_per_s,power_source\n";
  private static final String IDLE =
      "%s,2026-01-01 00:00:00,0.000000,0.000000,0.000000,0.000000,50.00,40,0,N/A,N/A,900,N/A,N/A,"
          + "N/A,measured\n";
  private static final Map<String, List<String>> SPACE = new LinkedHashMap<>();

  static {
    SPACE.put("preprocessing", List.of("None", "standardization", "robust_scaling", "minmax"));
    SPACE.put("augmentation", List.of("None", "random", "mixup", "cutmix"));
    SPACE.put("precision", List.of("float16", "float32", "float64", "global_policy_float16"));
    SPACE.put("batch_size", List.of("4", "32", "64", "128"));
    SPACE.put("partitioning", List.of("60-20-20", "70-15-15", "80-10-10", "90-5-5"));
    SPACE.put("lr", List.of("0.01", "1.5e-4", "8.0e-4", "6.25e-3"));
    SPACE.put("lr_schedule", List.of("constant", "exponential", "polynomial", "cosine"));
    SPACE.put("optimizer_momentum", List.of("0.0", "0.5", "0.9", "0.99"));
    SPACE.put("optimizer", List.of("RMSProp", "SGD", "Adam", "AdamW"));
    SPACE.put(
        "internal", List.of("None", "pre_quantization", "post_quantization", "jit_compilation"));
  }

  private final Random random = new Random(1);
  private final int epochs;

  private ManyRuns(int epochs) {
    this.epochs = epochs;
  }

  /** Write run folders into the folder that the third word names. */
  public static void main(String[] words) throws IOException {
    write(Integer.parseInt(words[0]), Integer.parseInt(words[1]), Path.of(words[2]));
  }

  /** Write {@code count} completed runs of {@code epochs} epochs into {@code folder}. */
  public static void write(int count, int epochs, Path folder) throws IOException {
    ManyRuns runs = new ManyRuns(epochs);
    for (int number = 1; number <= count; number++) {
      String name = String.format(Locale.ROOT, "%03d", number);
      runs.write(Files.createDirectories(folder.resolve(name)), number == 1);
    }
  }

  private void write(Path run, boolean baseline) throws IOException {
    StringBuilder parameters = new StringBuilder("model: resnet50\n");
    int size = 0;
    for (Map.Entry<String, List<String>> parameter : SPACE.entrySet()) {
      int choice = baseline ? 0 : random.nextInt(parameter.getValue().size());
      size = parameter.getKey().equals("batch_size") ? choice : size;
      parameters.append(parameter.getKey()).append(": ");
      parameters.append(parameter.getValue().get(choice)).append('\n');
    }
    double accuracy = 0.1 + 0.8 * random.nextDouble();
    parameters.append(
        String.format(
            Locale.ROOT,
            """
            seed: 22
            epochs: %d
            dataset: cifar10
            n_parameters: 23528522
            test_accuracy: %.6f
            test_f1: %.6f
            """,
            epochs,
            accuracy - 0.01,
            accuracy - 0.02));
    Files.writeString(run.resolve("parameters.yaml"), parameters);
    double energy = log(run, accuracy, 60.0 / (1 + size) * (0.95 + 0.1 * random.nextDouble()));
    Files.writeString(run.resolve("status.yaml"), status(baseline, energy));
  }

  /** Write the log and return the energy of all epochs. */
  private double log(Path run, double accuracy, double seconds) throws IOException {
    double power = 150 * (0.9 + 0.2 * random.nextDouble());
    double energy = power * seconds / 3600;
    StringBuilder log = new StringBuilder(HEADER).append(IDLE.formatted("pre"));
    for (int epoch = 0; epoch < epochs; epoch++) {
      double now = epoch == epochs - 1 ? accuracy : accuracy * (1 - Math.pow(0.9, epoch + 1.0));
      log.append(
          String.format(
              Locale.ROOT,
              "%d,2026-01-01 00:00:%02d,%.6f,%.6f,%.6f,%.6f,%.2f,55,90,%.3f,%.6f,2048,N/A,0.01,"
                  + "%.2f,measured\n",
              epoch,
              epoch % 60,
              2 - now,
              now,
              2 - now,
              now,
              power,
              seconds,
              energy,
              8000 / seconds));
    }
    Files.writeString(run.resolve("logs.csv"), log.append(IDLE.formatted("post")));
    return energy * epochs;
  }

  private static String status(boolean baseline, double energy) {
    return String.format(
        Locale.ROOT,
        """
        state: completed
        purpose: %s
        started: 2026-01-01T00:00:00Z
        ended: 2026-01-01T01:00:00Z
        attempts: 1
        host: h
        device: GPU
        meter: nvml
        meter_period_s: 1
        power_source: measured
        greenscreen: 0.1.0
        power_coverage_percent: 99.9
        energy_gross_Wh: %.6f
        idle_power_W: 50
        energy_net_Wh: %.6f
        training_images: 8000
        val_f1: 0.5
        power_peak_W: 300.00
        seconds:
          load: 1.000
          train: 3000.000
          validate: 100.000
          test: 3.000
        """,
        baseline ? "baseline" : "sweep",
        energy,
        0.7 * energy);
  }
}
