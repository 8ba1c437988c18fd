package io.github.greenscreen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.cli.CliFixture.Outcome;
import io.github.greenscreen.run.RunFolder;
import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.run.RunStore;
import io.github.greenscreen.run.model.RunPurpose;
import io.github.greenscreen.run.model.RunState;
import io.github.greenscreen.training.engine.Trainer;
import io.github.greenscreen.training.engine.UnsupportedChoiceException;
import io.github.greenscreen.training.limit.StopRequest;
import io.github.greenscreen.training.limit.StoppableObserver;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Final runs of several configurations: four batch sizes, the larger the more accurate. */
final class FinalTopTest {
  private static final String FINAL = "final --epochs 3 --runs @/runs --report @/report --top ";

  @TempDir private Path folder;
  private CliFixture cli;

  @BeforeEach
  void prepare() throws IOException {
    cli = new CliFixture(folder);
    cli.study("sweep --set lr=0.01 -n 4");
    cli.run("analyze --objective accuracy --runs @/runs --report @/report");
  }

  @Test
  void top_three_trainsTheRecommendedOneAndThoseThatFollow() {
    Outcome outcome = cli.run(FINAL + 3);

    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(sizes()).containsExactly("128", "64", "32");
    assertThat(finals()).allMatch(run -> run.plan().epochs().getAsInt() == 3);
    assertThat(outcome.err().lines().filter(line -> line.startsWith("final run ")))
        .containsExactly("final run 1 of 3", "final run 2 of 3", "final run 3 of 3");
  }

  @Test
  void top_repeated_trainsWhatIsMissing() {
    cli.run(FINAL + 2);
    RunRecord second = finals().get(1);
    RunFolder broken = new RunStore(cli.path("runs")).find(second.name()).orElseThrow();
    broken.writeStatus(second.status().with(RunState.INTERRUPTED, "the process was asked to stop"));

    Outcome outcome = cli.run(FINAL + 3);

    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(sizes()).containsExactly("128", "64", "32");
    assertThat(finals()).allMatch(run -> run.status().state() == RunState.COMPLETED);
    assertThat(outcome.err().lines().filter(line -> line.startsWith("final run ")))
        .containsExactly(
            "final run 1 of 3: run 005 is completed",
            "final run 2 of 3: resuming run 006",
            "final run 3 of 3");
  }

  @Test
  void top_oneFails_trainsTheOthersAndReturns1() {
    Trainer fake = new FakeTrainer();
    cli.with(
        (job, observer) -> {
          if (job.hyperparameters().batchSize() == 64) {
            throw new UnsupportedChoiceException("64 is out of order");
          }
          return fake.train(job, observer);
        });

    assertThat(cli.run(FINAL + 3).code()).isEqualTo(1);
    assertThat(finals())
        .extracting(run -> run.status().state())
        .containsExactly(RunState.COMPLETED, RunState.FAILED, RunState.COMPLETED);
  }

  @Test
  void top_interrupted_endsAndSaysHowToGoOn() {
    cli.with(
        (job, observer) -> {
          StopRequest stop = new StopRequest();
          stop.stopNow();
          new StoppableObserver(observer, stop).batchEnded(0, 0, 1);
          throw new AssertionError("went on");
        });

    Outcome outcome = cli.run(FINAL + 3);

    assertThat(outcome.code()).isEqualTo(130);
    assertThat(outcome.err()).endsWith("\nrepeat the command to resume the final runs\n");
    assertThat(finals()).hasSize(1);
  }

  @Test
  void top_moreThanThereAre_isRefused() {
    assertThat(cli.run(FINAL + 5))
        .isEqualTo(
            new Outcome(
                2,
                "",
                "greenscreen: --top: found 5, but @/report ends with place 4 (no best-5.yaml); use"
                    + " --top 4, or train more configurations and run 'greenscreen analyze'"
                    + " again\n"));
    assertThat(cli.run(FINAL + 11).err())
        .isEqualTo("greenscreen: --top: found 11, expected a whole number from 1 to 10\n");
    assertThat(finals()).isEmpty();
  }

  @Test
  void report_severalFinalRuns_showsTheRecommendedOneAndDescribesTheOthers() {
    cli.run(FINAL + 2);

    Outcome analysis = cli.run("analyze --objective accuracy --runs @/runs --report @/report");
    Outcome report = cli.run("report --objective accuracy --runs @/runs --report @/report");

    assertThat(analysis.out())
        .containsPattern(
            "Another final run, 006 \\(configuration of run 00\\d, 3 epochs\\), reached an"
                + " accuracy of 36\\.40 %, with ");
    assertThat(cli.path("report/analysis.json"))
        .content()
        .containsPattern("\"final_run_metrics\": \\{\\s*\"run\": \"005\"");
    assertThat(report.code()).as(report.err()).isZero();
  }

  private List<String> sizes() {
    return finals().stream().map(run -> run.plan().configuration().get("batch_size")).toList();
  }

  private List<RunRecord> finals() {
    return new RunStore(cli.path("runs"))
        .readAll().stream().filter(run -> run.status().purpose() == RunPurpose.FINAL).toList();
  }
}
