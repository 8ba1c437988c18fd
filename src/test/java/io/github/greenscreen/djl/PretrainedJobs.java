package io.github.greenscreen.djl;

import io.github.greenscreen.djl.network.Architecture;
import io.github.greenscreen.djl.network.Noise;
import io.github.greenscreen.djl.network.layer.ElementType;
import io.github.greenscreen.djl.network.layer.Layer;
import io.github.greenscreen.djl.network.layer.ParameterSpec;
import io.github.greenscreen.training.engine.TrainingJob;
import io.github.greenscreen.training.hyperparameter.NetworkKind;
import io.github.greenscreen.training.hyperparameter.Stem;
import io.github.greenscreen.weights.WeightFiles;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Small trainings of ResNet-20 with weights for ten classes. */
final class PretrainedJobs {
  private PretrainedJobs() {}

  /** Return a job with a file of weights in {@code folder}; names and values in turn. */
  static TrainingJob job(Path folder, int epochs, String... namesAndValues) {
    String[] weights = {"weights", file(folder).toString(), "preprocessing", "None"};
    String[] all =
        Stream.concat(Stream.of(weights), Stream.of(namesAndValues)).toArray(String[]::new);
    return Jobs.job(Jobs.how(all), epochs, 3, Optional.empty());
  }

  /** Write weights: noise, and statistics that are not the initial ones. */
  static Path file(Path folder) {
    WeightFiles files = new WeightFiles();
    Architecture network = Architecture.of(NetworkKind.RESNET20, Stem.IMAGENET, 10);
    for (Layer layer : network.layers()) {
      for (ParameterSpec spec : layer.parameters(ElementType.FLOAT32)) {
        files.with(spec.name(), values(spec), spec.shape().getShape());
      }
    }
    return files.safetensors(folder.resolve("weights.safetensors"));
  }

  /** Return the numbers of an array: about 1 for factors and variances, otherwise about 0. */
  static float[] values(ParameterSpec spec) {
    boolean factor =
        spec.shape().dimension() == 1
            && (spec.name().endsWith("weight") || spec.name().endsWith("var"));
    return WeightFiles.narrow(
        Noise.of(spec.shape().size(), spec.name().hashCode(), factor ? 1 : 0, factor ? 0.2 : 0.1));
  }
}
