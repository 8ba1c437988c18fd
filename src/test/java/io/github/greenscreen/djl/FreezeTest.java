package io.github.greenscreen.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.greenscreen.djl.network.Architecture;
import io.github.greenscreen.djl.network.layer.ElementType;
import io.github.greenscreen.djl.network.layer.Layer;
import io.github.greenscreen.djl.network.layer.ParameterSpec;
import io.github.greenscreen.training.engine.EngineInfo;
import io.github.greenscreen.training.engine.EngineState;
import io.github.greenscreen.training.engine.EpochResult;
import io.github.greenscreen.training.engine.TrainingJob;
import io.github.greenscreen.training.engine.TrainingObserver;
import io.github.greenscreen.training.engine.UnsupportedChoiceException;
import io.github.greenscreen.training.hyperparameter.NetworkKind;
import io.github.greenscreen.training.hyperparameter.Stem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Trainings that begin with pretrained weights. */
class FreezeTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "Adam,    float32, None,            1, 0",
    "SGD,     float32, jit_compilation, 1, 0.9",
    "RMSProp, float32, None,            2, 0",
    "AdamW,   float64, None,            1, 0",
  })
  void train_withAFrozenBackbone_changesTheLastLayerOnly(
      String optimizer, String precision, String internal, String accumulate, String averaging) {
    Listener heard =
        train(
            PretrainedJobs.job(
                folder,
                2,
                "freeze",
                "backbone",
                "optimizer",
                optimizer,
                "precision",
                precision,
                "internal",
                internal,
                "accumulate",
                accumulate,
                "weight_averaging",
                averaging,
                "weight_decay",
                "0.01"));
    for (Layer layer : Architecture.of(NetworkKind.RESNET20, Stem.IMAGENET, 3).layers()) {
      for (ParameterSpec spec : layer.parameters(ElementType.FLOAT32)) {
        double[] first = heard.states.get(1).get(spec.name());
        double[] last = heard.states.get(2).get(spec.name());
        if (spec.name().startsWith("fc.")) {
          assertThat(last).as(spec.name()).isNotEqualTo(first);
        } else {
          assertThat(last).as(spec.name()).isEqualTo(wide(PretrainedJobs.values(spec)));
        }
      }
    }
    assertThat(heard.info.facts()).containsEntry("trainable_parameters", "195");
  }

  @Test
  void train_withoutFreezing_changesWeightsAndStatistics() {
    Listener heard = train(PretrainedJobs.job(folder, 1));
    for (Layer layer : Architecture.of(NetworkKind.RESNET20, Stem.IMAGENET, 3).layers()) {
      for (ParameterSpec spec : layer.parameters(ElementType.FLOAT32)) {
        double[] trained = heard.states.get(1).get(spec.name());
        if (!spec.name().startsWith("fc.")) {
          assertThat(trained).as(spec.name()).isNotEqualTo(wide(PretrainedJobs.values(spec)));
        }
      }
    }
    assertThat(heard.info.facts())
        .doesNotContainKey("trainable_parameters")
        .containsEntry("weights_format", "safetensors with names of torchvision")
        .containsEntry("weights_loaded", "95")
        .containsEntry("weights_reinitialised", "fc.weight, fc.bias (10 classes in the file)")
        .containsKey("weights_sha256");
    assertThat(heard.info.effective())
        .containsExactly(
            Map.entry("preprocessing_effective", "mean and deviation of the training images"));
  }

  @Test
  void train_withWeightsThatAreGone_isRefused() {
    TrainingJob job = PretrainedJobs.job(folder, 1);
    Path file = job.hyperparameters().weights().orElseThrow();
    assertThat(file.toFile().delete()).isTrue();
    assertThatThrownBy(() -> train(job))
        .isInstanceOf(UnsupportedChoiceException.class)
        .hasMessage("weights %s: no such file; check the path".formatted(file));
  }

  private static Listener train(TrainingJob job) {
    Listener listener = new Listener();
    new DjlTrainer().train(job, listener);
    return listener;
  }

  private static double[] wide(float[] values) {
    double[] wide = new double[values.length];
    for (int i = 0; i < wide.length; i++) {
      wide[i] = values[i];
    }
    return wide;
  }

  private static final class Listener implements TrainingObserver {
    private final Map<Integer, Map<String, double[]>> states = new HashMap<>();
    private EngineInfo info;

    @Override
    public void trainingBegins(EngineInfo preparation) {
      info = preparation;
    }

    @Override
    public void epochEnded(EpochResult result) {}

    @Override
    public void stateReady(int epochs, EngineState state) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      try {
        state.writeTo(out);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      states.put(epochs, SavedArrays.ofState(out.toByteArray()));
    }
  }
}
