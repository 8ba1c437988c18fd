package io.github.greenscreen.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.greenscreen.data.image.ImageSet;
import io.github.greenscreen.data.split.Partition;
import io.github.greenscreen.ensemble.EnsembleEvaluation;
import io.github.greenscreen.ensemble.EnsembleResult;
import io.github.greenscreen.ensemble.Member;
import io.github.greenscreen.ensemble.Scores;
import io.github.greenscreen.power.meter.NullMeter;
import io.github.greenscreen.run.RunFolder;
import io.github.greenscreen.run.RunStore;
import io.github.greenscreen.run.evaluation.EvaluatedSplit;
import io.github.greenscreen.run.model.EpochRow;
import io.github.greenscreen.run.model.ModelSaving;
import io.github.greenscreen.run.model.RunPlan;
import io.github.greenscreen.run.model.RunPurpose;
import io.github.greenscreen.run.model.RunResult;
import io.github.greenscreen.run.model.RunState;
import io.github.greenscreen.run.model.RunStatus;
import io.github.greenscreen.run.network.NetworkDescription;
import io.github.greenscreen.run.network.NetworkFile;
import io.github.greenscreen.space.Configuration;
import io.github.greenscreen.training.RunFixture;
import io.github.greenscreen.training.TrainingRun;
import io.github.greenscreen.training.WorkMeter;
import io.github.greenscreen.training.engine.EngineInfo;
import io.github.greenscreen.training.engine.EpochResult;
import io.github.greenscreen.training.engine.TrainingObserver;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trains runs and finds what they recorded by their saved networks. */
class EnsembleTest {
  private static final int LIMIT = 90;
  private static final long SEED = 3;
  private static final int EPOCHS = 2;

  @TempDir private Path runs;

  @Test
  void members_trained_scoreAsTheirRunsRecorded() {
    RunFolder plain = train(Map.of("batch_size", "8"));
    RunFolder flipped = train(Map.of("test_time_flip", "true", "batch_size", "16"));
    RunFolder quantized = train(Map.of("internal", "post_quantization", "batch_size", "8"));
    List<RunFolder> folders = List.of(plain, flipped, quantized);

    EnsembleResult result =
        new EnsembleEvaluation(
                new DjlNetworks(), new WorkMeter(new NullMeter()), side -> images(), sentence -> {})
            .of(folders.stream().map(EnsembleTest::member).toList());

    assertThat(result.validationImages()).isEqualTo(18);
    assertThat(result.testImages()).isEqualTo(18);
    for (int i = 0; i < folders.size(); i++) {
      RunResult recorded = folders.get(i).read().result().orElseThrow();
      Scores test = result.members().get(i).test();
      Scores validation = result.members().get(i).validation();
      assertThat(test.accuracy()).isCloseTo(recorded.testAccuracy(), within(1e-6)).isLessThan(1);
      assertThat(test.macroF1()).isCloseTo(recorded.testF1(), within(1e-6));
      assertThat(validation.macroF1())
          .isCloseTo(
              folders.get(i).readConfusion(EvaluatedSplit.VALIDATION).orElseThrow().macroF1(),
              within(1e-12));
      assertThat(result.members().get(i).cost().seconds()).isPositive();
    }
    for (int i = 0; i < folders.indexOf(quantized); i++) {
      EpochRow last = folders.get(i).read().epochs().get(EPOCHS);
      assertThat(result.members().get(i).validation().accuracy())
          .isCloseTo(last.valAccuracy(), within(1e-6));
      assertThat(result.members().get(i).validation().logLoss())
          .isCloseTo(last.valLoss(), within(1e-4));
    }
    assertThat(result.ensembles().get(2).validation().logLoss())
        .isLessThanOrEqualTo(result.bestMember().validation().logLoss() + 1e-6);
  }

  private RunFolder train(Map<String, String> values) {
    Map<String, String> all = new LinkedHashMap<>(values);
    all.put("model", "resnet20");
    all.put("precision", "float32");
    all.put("lr", "0.001");
    all.put("preprocessing", "standardization");
    all.put("partitioning", "60-20-20");
    RunFolder folder =
        new RunStore(runs)
            .create(
                new RunPlan(Configuration.of(all), SEED, OptionalInt.of(EPOCHS), "colours"),
                RunStatus.waiting(RunPurpose.SINGLE, "", OptionalInt.of(LIMIT))
                    .withSaving(ModelSaving.ALL));
    TrainingRun training =
        new TrainingRun(
            new DjlTrainer(),
            new NullMeter(),
            Duration.ofSeconds(1),
            (name, data, side) -> images(),
            Clock.systemUTC(),
            RunFixture.FACTS);
    RunStatus status = training.train(folder, new Silence());
    assertThat(status.state()).as(status.reason()).isEqualTo(RunState.COMPLETED);
    return folder;
  }

  /** A quarter of the labels is wrong, so that no network is always right. */
  private static ImageSet images() {
    ImageSet easy = Jobs.images(120);
    for (int i = 0; i < easy.size(); i += 4) {
      easy.labels()[i] = (short) ((easy.label(i) + 1) % easy.classes().size());
    }
    return easy;
  }

  private static Member member(RunFolder folder) {
    return new Member(
        folder.name(),
        folder.model(),
        NetworkDescription.of(NetworkFile.read(folder.model().network())),
        OptionalInt.of(LIMIT),
        new Partition(60, 20, 20),
        SEED,
        Map.of(
            EvaluatedSplit.VALIDATION,
            folder.readConfusion(EvaluatedSplit.VALIDATION).orElseThrow(),
            EvaluatedSplit.TEST,
            folder.readConfusion(EvaluatedSplit.TEST).orElseThrow()));
  }

  private static final class Silence implements TrainingObserver {
    @Override
    public void trainingBegins(EngineInfo preparation) {}

    @Override
    public void epochEnded(EpochResult result) {}
  }
}
