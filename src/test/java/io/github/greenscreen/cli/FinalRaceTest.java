package io.github.greenscreen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.cli.CliFixture.Outcome;
import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.run.RunStore;
import io.github.greenscreen.run.model.NetworkSize;
import io.github.greenscreen.run.model.RunPurpose;
import io.github.greenscreen.run.model.RunState;
import io.github.greenscreen.training.engine.DivergedException;
import io.github.greenscreen.training.engine.EngineInfo;
import io.github.greenscreen.training.engine.EpochResult;
import io.github.greenscreen.training.engine.Trainer;
import io.github.greenscreen.training.engine.TrainingJob;
import io.github.greenscreen.training.engine.TrainingObserver;
import io.github.greenscreen.training.engine.TrainingResult;
import io.github.greenscreen.training.engine.UnsupportedChoiceException;
import io.github.greenscreen.training.limit.StopRequest;
import io.github.greenscreen.training.limit.StoppableObserver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Races of final runs: four batch sizes, the larger the more accurate, apart from noise. */
final class FinalRaceTest {
  private static final String FINAL = "final --epochs 1 --runs @/runs --report @/report ";

  @TempDir private Path folder;
  private CliFixture cli;

  @BeforeEach
  void prepare() throws IOException {
    cli = new CliFixture(folder);
    cli.study("sweep --set lr=0.01 -n 4");
    cli.run("analyze --objective accuracy --runs @/runs --report @/report");
  }

  /** Trains to an accuracy that depends on batch size and seed alone. */
  private record Noisy(double slope, double noise) implements Trainer {
    @Override
    public TrainingResult train(TrainingJob job, TrainingObserver observer) {
      observer.trainingBegins(
          new EngineInfo(NetworkSize.ofParameters(1234), Map.of("device", "a fake"), Map.of()));
      int size = job.hyperparameters().batchSize();
      double drawn = new Random(1000 * job.seed() + size).nextGaussian();
      double accuracy = 0.5 + slope * size / 128 + noise * drawn;
      long now = System.currentTimeMillis();
      observer.batchEnded(0, 0, 1);
      observer.epochEnded(
          new EpochResult(0, 1.5, accuracy, 1.6, accuracy, 0.01, now - 2000, now, 1.5, 0.5, 0, 80));
      return new TrainingResult(accuracy, accuracy, 0.1, Map.of());
    }
  }

  @Test
  void race_oneIsBetter_endsBeforeTheSeedsAreUsedUp() throws IOException {
    cli.with(new Noisy(0.2, 0.004));

    Outcome outcome = cli.run(FINAL + "--race 3");

    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(outcome.out())
        .endsWith("best.yaml has the highest accuracy, with a confidence of 95 %.\n");
    assertThat(outcome.err())
        .contains("seed 1 of at most 10, best.yaml\n", "seed 5 of at most 10, best.yaml\n")
        .endsWith("the race is in @/report/race.json\n");
    assertThat(finals()).hasSizeLessThan(30);
    assertThat(seeds("128")).startsWith(1L, 2L, 3L, 4L, 5L).isSorted();
    assertThat(Files.readString(cli.path("report/race.json")))
        .contains(
            "\"verdict\": \"better\"", "\"winner\": \"best.yaml\"", "\"objective\": \"accuracy\"");
  }

  @Test
  void race_noDifference_isTiedWhenTheSeedsAreUsedUp() {
    cli.with(new Noisy(0, 0.01));

    Outcome outcome = cli.run(FINAL + "--race 2 --race-seeds 6");

    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(outcome.out())
        .endsWith(
            "best.yaml and best-2.yaml are tied: 6 seeds do not show which has the highest"
                + " accuracy; repeat the command with --race-seeds 12 to go on.\n");
    assertThat(seeds("128")).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
    assertThat(seeds("64")).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
  }

  @Test
  void race_margin_endsAsTiedBeforeTheSeedsAreUsedUp() {
    cli.with(new Noisy(0, 0.001));

    Outcome outcome = cli.run(FINAL + "--race 2 --race-margin 5%");

    assertThat(outcome.out())
        .endsWith(
            "best.yaml and best-2.yaml are tied: their means differ by less than the margin of 5"
                + " points, with a confidence of 95 %.\n");
    assertThat(seeds("128")).containsExactly(1L, 2L, 3L, 4L);
  }

  @Test
  void race_seedOfTheSweep_isLeftOut() throws IOException {
    cli.study("train --set seed=2 --epochs 1");
    cli.with(new Noisy(0, 0.01));

    cli.run(FINAL + "--race 2 --race-seeds 4");

    assertThat(seeds("128")).containsExactly(1L, 3L, 4L, 5L);
  }

  @Test
  void race_interrupted_continuesAsIfItHadNotBeen() throws IOException {
    Noisy noisy = new Noisy(0, 0.01);
    cli.with(
        (job, observer) -> {
          if (job.seed() == 3) {
            StopRequest stop = new StopRequest();
            stop.stopNow();
            new StoppableObserver(observer, stop).batchEnded(0, 0, 1);
          }
          return noisy.train(job, observer);
        });
    Outcome first = cli.run(FINAL + "--race 2 --race-seeds 4");
    assertThat(first.code()).isEqualTo(130);
    assertThat(first.err()).endsWith("\nrepeat the command to continue the race\n");
    assertThat(cli.path("report/race.json")).doesNotExist();

    cli.with(noisy);
    Outcome second = cli.run(FINAL + "--race 2 --race-seeds 4");

    assertThat(second.code()).as(second.err()).isZero();
    assertThat(second.err().lines().filter(line -> line.startsWith("seed ")))
        .containsExactly(
            "seed 1 of at most 4, best.yaml: run 005 is completed",
            "seed 1 of at most 4, best-2.yaml: run 006 is completed",
            "seed 2 of at most 4, best.yaml: run 007 is completed",
            "seed 2 of at most 4, best-2.yaml: run 008 is completed",
            "seed 3 of at most 4, best.yaml: resuming run 009",
            "seed 3 of at most 4, best-2.yaml",
            "seed 4 of at most 4, best.yaml",
            "seed 4 of at most 4, best-2.yaml");
    assertThat(finals()).hasSize(8);
  }

  @Test
  void race_moreSeeds_continuesTheTie() {
    cli.with(new Noisy(0, 0.01));
    cli.run(FINAL + "--race 2 --race-seeds 4");

    cli.run(FINAL + "--race 2 --race-seeds 5");

    assertThat(seeds("128")).containsExactly(1L, 2L, 3L, 4L, 5L);
    assertThat(finals()).hasSize(10);
  }

  @Test
  void race_divergedRun_withdrawsItsConfiguration() {
    Noisy noisy = new Noisy(0.2, 0.004);
    cli.with(
        (job, observer) -> {
          if (job.hyperparameters().batchSize() == 64 && job.seed() == 2) {
            throw new DivergedException("loss nan in epoch 1 of 1");
          }
          return noisy.train(job, observer);
        });

    Outcome outcome = cli.run(FINAL + "--race 3");

    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.err()).contains("best-2.yaml is withdrawn: run 009 was stopped\n");
    assertThat(outcome.out())
        .contains("withdrawn: run 009 was stopped")
        .endsWith(
            "best.yaml has the highest accuracy, with a confidence of 95 %, apart from"
                + " best-2.yaml.\n");
    int trained = finals().size();
    assertThat(cli.run(FINAL + "--race 3").out()).isEqualTo(outcome.out());
    assertThat(finals()).as("a diverged run is not repeated").hasSize(trained);
  }

  @Test
  void race_failedRun_isResumedIfRepeated() {
    Noisy noisy = new Noisy(0.2, 0.004);
    cli.with(
        (job, observer) -> {
          if (job.hyperparameters().batchSize() == 64) {
            throw new UnsupportedChoiceException("no 64");
          }
          return noisy.train(job, observer);
        });
    Outcome first = cli.run(FINAL + "--race 2");
    assertThat(first.out())
        .endsWith(
            "best.yaml is the only one that remains, but no comparison shows that it has the highest"
                + " accuracy.\n");

    cli.with(noisy);
    Outcome second = cli.run(FINAL + "--race 2");

    assertThat(second.code()).as(second.err()).isZero();
    assertThat(second.out())
        .endsWith("best.yaml has the highest accuracy, with a confidence of 95 %.\n");
    assertThat(finals()).allMatch(run -> run.status().state() == RunState.COMPLETED);
  }

  @Test
  void race_unsuitableOptions_areRefused() {
    assertThat(refusal("--race 2 --top 2"))
        .isEqualTo(
            "--race trains each configuration with several seeds, and --top with one; remove one"
                + " of them");
    assertThat(refusal("--race 1"))
        .isEqualTo("--race: found 1, expected a whole number from 2 to 10");
    assertThat(refusal("--race 11"))
        .isEqualTo("--race: found 11, expected a whole number from 2 to 10");
    assertThat(refusal("--race 5"))
        .isEqualTo(
            "--race: found 5, but @/report ends with place 4 (no best-5.yaml); use --race 4, or"
                + " train more configurations and run 'greenscreen analyze' again");
    assertThat(refusal("--race 3 --race-seeds 4"))
        .isEqualTo(
            "--race-seeds: found 4, but no results of so few seeds could decide between 3"
                + " configurations; pass 5 or more");
    assertThat(refusal("--race 3 --race-margin 0"))
        .isEqualTo("--race-margin: found 0, expected a share above 0 such as 0.5%");
    assertThat(finals()).isEmpty();
  }

  @Test
  void race_energyWithoutMeter_isRefused() throws IOException {
    Files.writeString(
        cli.path("report/analysis.json"),
        "{\"cost\": \"energy_Wh\", \"best\": {\"objective\": \"energy\"}}");

    assertThat(refusal("--race 2 --meter none"))
        .isEqualTo(
            "--race: 'greenscreen analyze' ranked by energy, which --meter none does not measure;"
                + " remove --meter none, or run 'greenscreen analyze --objective accuracy' first");
  }

  @Test
  void race_runsWithoutEnergy_areWithdrawn() throws IOException {
    Files.writeString(
        cli.path("report/analysis.json"),
        "{\"cost\": \"energy_Wh\", \"best\": {\"objective\": \"energy\"}}");

    Outcome outcome = cli.run(FINAL + "--race 2");

    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.err()).contains("best.yaml is withdrawn: run 005 has no known energy\n");
    assertThat(outcome.out())
        .endsWith("No configuration remains: each had a run without a result.\n");
  }

  private String refusal(String options) {
    Outcome outcome = cli.run(FINAL + options);
    assertThat(outcome.code()).isEqualTo(2);
    return outcome.err().replace("greenscreen: ", "").stripTrailing();
  }

  private List<Long> seeds(String size) {
    return finals().stream()
        .filter(run -> run.plan().configuration().get("batch_size").equals(size))
        .map(run -> run.plan().seed().getAsLong())
        .toList();
  }

  private List<RunRecord> finals() {
    return new RunStore(cli.path("runs"))
        .readAll().stream().filter(run -> run.status().purpose() == RunPurpose.FINAL).toList();
  }
}
