package io.github.greenscreen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.cli.CliFixture.Outcome;
import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.run.RunStore;
import io.github.greenscreen.run.model.NetworkSize;
import io.github.greenscreen.run.model.RunPurpose;
import io.github.greenscreen.run.model.RunState;
import io.github.greenscreen.training.engine.EngineInfo;
import io.github.greenscreen.training.engine.EpochResult;
import io.github.greenscreen.training.engine.Trainer;
import io.github.greenscreen.training.engine.TrainingJob;
import io.github.greenscreen.training.engine.TrainingObserver;
import io.github.greenscreen.training.engine.TrainingResult;
import io.github.greenscreen.training.limit.StopRequest;
import io.github.greenscreen.training.limit.StoppableObserver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Final runs of as many epochs as are best: the validation loss is lowest in epoch 4. */
final class FinalBestEpochTest {
  private static final String FINAL = "final --epochs 20 --runs @/runs --report @/report ";

  @TempDir private Path folder;
  private CliFixture cli;

  @BeforeEach
  void prepare() throws IOException {
    cli = new CliFixture(folder).with(new Overfitting());
    cli.study("sweep --set lr=0.01 -n 2");
    cli.run("analyze --objective accuracy --runs @/runs --report @/report");
  }

  /** Its validation loss falls for four epochs and then rises; without images there is none. */
  private static final class Overfitting implements Trainer {
    @Override
    public TrainingResult train(TrainingJob job, TrainingObserver observer) {
      observer.trainingBegins(
          new EngineInfo(NetworkSize.ofParameters(1234), Map.of("device", "a fake"), Map.of()));
      boolean validates = job.split().validation().length > 0;
      for (int epoch = 0; epoch < job.epochs() && !observer.endsEarly(); epoch++) {
        long now = System.currentTimeMillis();
        double loss = validates ? 1 + Math.abs(epoch - 3) : Double.NaN;
        double accuracy = validates ? 0.6 : Double.NaN;
        observer.batchEnded(epoch, 0, 1);
        observer.epochEnded(
            new EpochResult(
                epoch, 1.5, 0.7, loss, accuracy, 0.01, now - 2000, now, 1.5, 0.5, 0, 80));
      }
      int trained = job.split().training().length;
      return new TrainingResult(
          0.5 + trained / 1000.0, 0.5, 0.1, Map.of("training_images", Integer.toString(trained)));
    }
  }

  @Test
  void bestEpoch_twoRuns_theSecondHasMoreEpochsAndImages() throws IOException {
    Outcome outcome = cli.run(FINAL + "--best-epoch 3");

    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(outcome.err())
        .contains(
            "finding the best epoch, with patience 3\n",
            "run 003: the lowest validation loss was in epoch 4 of 7\n",
            "training on training and validation images for 5 epochs\n");
    assertThat(finals()).hasSize(2).allMatch(run -> run.status().state() == RunState.COMPLETED);
    RunRecord first = finals().get(0);
    assertThat(first.plan().epochs()).hasValue(20);
    assertThat(first.plan().configuration().get("patience")).isEqualTo("3");
    assertThat(images(first)).isEqualTo("80");
    RunRecord second = finals().get(1);
    assertThat(second.plan().epochs()).hasValue(5);
    assertThat(second.plan().configuration().get("partitioning")).isEqualTo("80+10-10");
    assertThat(second.plan().configuration().find("patience")).isEmpty();
    assertThat(images(second)).isEqualTo("90");
    assertThat(second.epochs()).filteredOn(row -> row.isTraining()).hasSize(5);
    assertThat(cli.path("runs/004/parameters.yaml")).content().contains("partitioning: 80+10-10\n");
  }

  @Test
  void bestEpoch_withoutNumber_hasPatience5() {
    cli.run("final --best-epoch --epochs 20 --runs @/runs --report @/report");

    assertThat(finals().get(0).plan().configuration().get("patience")).isEqualTo("5");
  }

  @Test
  void bestEpoch_repeated_trainsNothing() {
    cli.run(FINAL + "--best-epoch 3");

    Outcome outcome = cli.run(FINAL + "--best-epoch 3");

    assertThat(outcome.code()).isZero();
    assertThat(outcome.err())
        .endsWith(
            "finding the best epoch, with patience 3: run 003 is completed\n"
                + "run 003: the lowest validation loss was in epoch 4 of 7\n"
                + "training on training and validation images for 5 epochs: run 004 is"
                + " completed\n");
    assertThat(finals()).hasSize(2);
  }

  @Test
  void bestEpoch_interrupted_goesOnWithTheSameRun() {
    cli.with(
        (job, observer) -> {
          StopRequest stop = new StopRequest();
          stop.stopNow();
          new StoppableObserver(observer, stop).batchEnded(0, 0, 1);
          throw new AssertionError("went on");
        });
    Outcome first = cli.run(FINAL + "--best-epoch 3");
    assertThat(first.code()).isEqualTo(130);
    assertThat(first.err()).endsWith("\nrepeat the command to go on\n");

    cli.with(new Overfitting());
    Outcome second = cli.run(FINAL + "--best-epoch 3");

    assertThat(second.code()).as(second.err()).isZero();
    assertThat(second.err())
        .contains("finding the best epoch, with patience 3: resuming run 003\n");
    assertThat(finals()).hasSize(2);
  }

  @Test
  void report_finalRunWithoutValidation_showsItsTestAccuracy() {
    cli.run(FINAL + "--best-epoch 3");

    Outcome analysis = cli.run("analyze --objective accuracy --runs @/runs --report @/report");
    Outcome report = cli.run("report --objective accuracy --runs @/runs --report @/report");
    Outcome runs = cli.run("runs --runs @/runs");

    assertThat(analysis.code()).isZero();
    assertThat(cli.path("report/analysis.json"))
        .content()
        .containsPattern("\"final_run_metrics\": \\{\\s*\"run\": \"004\"")
        .contains("Another final run, 003 (configuration of run 00");
    assertThat(report.code()).as(report.err()).isZero();
    assertThat(runs.code()).isZero();
  }

  @Test
  void bestEpoch_unsuitableOptions_areRefused() throws IOException {
    assertThat(refusal("--best-epoch 3 --top 2"))
        .isEqualTo(
            "--best-epoch trains the recommended configuration only; remove it, or remove --top");
    assertThat(refusal("--best-epoch 3 --race 2"))
        .isEqualTo(
            "--best-epoch trains the recommended configuration only; remove it, or remove --race");
    Path best = cli.path("report/best.yaml");
    Files.writeString(best, Files.readString(best) + "internal: post_quantization\n");
    assertThat(refusal("--best-epoch 3"))
        .isEqualTo(
            "--best-epoch: internal post_quantization quantises in the last planned epoch, which a"
                + " training that patience ends does not reach; remove --best-epoch");
  }

  @Test
  void joinedImages_inASearchSpace_areRefused() {
    Outcome outcome = cli.study("train --set partitioning=80+10-10");

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).contains("percent of training, validation and test images");
  }

  private String refusal(String options) {
    Outcome outcome = cli.run(FINAL + options);
    assertThat(outcome.code()).isEqualTo(2);
    return outcome.err().replace("greenscreen: ", "").stripTrailing();
  }

  private static String images(RunRecord run) {
    return run.status().environment().text("training_images");
  }

  private List<RunRecord> finals() {
    return new RunStore(cli.path("runs"))
        .readAll().stream().filter(run -> run.status().purpose() == RunPurpose.FINAL).toList();
  }
}
