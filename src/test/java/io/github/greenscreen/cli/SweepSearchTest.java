package io.github.greenscreen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.cli.CliFixture.Outcome;
import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.run.RunStore;
import io.github.greenscreen.run.model.SweepRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code config.yaml} and the command line say about the search of a sweep. */
final class SweepSearchTest {
  @TempDir private Path folder;
  private CliFixture cli;

  @BeforeEach
  void prepare() throws IOException {
    cli = new CliFixture(folder);
  }

  @Test
  void sweep_target_endsInOrderAndSaysWhichRunReachedIt() throws IOException {
    cli.configure(
        "metric: {name: val_accuracy, goal: maximize, target: 0.2}\nmethod: grid\nrun_cap: 8\n");

    Outcome outcome = cli.study("sweep");

    assertThat(outcome.code()).isZero();
    assertThat(outcome.out())
        .isEqualTo(
            """
            sweep: 1 of 8 runs completed, 0 stopped, 0 failed
            the sweep ended: run 001: val_accuracy 0.204 reaches the target 0.2
            """);
  }

  @Test
  void sweep_repeats_trainsWithSeveralSeeds() throws IOException {
    cli.configure("repeats: 2\nrun_cap: 2\n");

    assertThat(cli.study("sweep").out())
        .isEqualTo("sweep: 4 of 4 runs completed, 0 stopped, 0 failed\n");
    assertThat(store().readAll())
        .extracting(run -> run.plan().seed().orElseThrow())
        .containsExactly(22L, 23L, 22L, 23L);
  }

  @Test
  void analyze_repeats_areShownWithTheirSpread() throws IOException {
    cli.configure("repeats: 2\nrun_cap: 2\n");
    cli.study("sweep");

    assertThat(cli.run("analyze --runs @/runs --report @/report").out())
        .contains(
            "Repeated configurations: mean +- standard deviation of runs that differ only "
                + "in their seed\n")
        .containsPattern("\n1=? +[0-9.]+ \\+- [0-9.]+ .* 00[13] 00[24] ");
    assertThat(cli.path("report").resolve("analysis.json"))
        .content()
        .containsPattern(
            "\"repeats\": \\[\\s+\\{\\s+\"runs\":"
                + " \\[\\s+\"00[13]\",\\s+\"00[24]\"\\s+],\\s+\"rank\": 1,")
        .contains("\"standard_deviation\": ");
  }

  @Test
  void sweep_repeatsAndSeveralSeeds_isRefused() throws IOException {
    cli.configure("repeats: 2\n");
    Files.writeString(
        cli.path("config.yaml"),
        Files.readString(cli.path("config.yaml")).replace("{value: 22}", "{values: [22, 23]}"));

    Outcome outcome = cli.study("sweep");

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err())
        .isEqualTo(
            "greenscreen: repeats trains every configuration with 2 seeds, but parameter "
                + "seed also has several values; keep one of the two\n");
  }

  @Test
  void sweep_constraintThatOnlyAMeterKeeps_isRefusedWithoutOne() throws IOException {
    cli.configure("constraints: {power_W: 250}\n");

    Outcome outcome = cli.study("sweep");

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err())
        .isEqualTo(
            "greenscreen: constraint power_W: no power meter found to enforce it; run "
                + "'greenscreen doctor' for details, or remove it\n");
    assertThat(cli.path("runs/sweep.yaml")).doesNotExist();
  }

  @Test
  void sweep_constraintOfTime_stopsRunsAndSaysSo() throws IOException {
    // Epochs of the trainer here say that they took two seconds.
    cli.configure("constraints: {epoch_seconds: 1.5}\n");

    Outcome outcome = cli.study("sweep -n 1");

    assertThat(outcome.code()).isZero();
    assertThat(outcome.out())
        .contains(
            "001 stopped: mean time of an epoch is 2 s or more, above the 1.5 s of constraint"
                + " epoch_seconds");
  }

  @Test
  void sweep_hyperpower_saysHowWellItForetoldAndHowOftenALimitWasBroken() throws IOException {
    cli.configure("method: hyperpower\nconstraints: {epoch_seconds: 9}\nrun_cap: 6\n");

    String out = cli.study("sweep").out();

    assertThat(out)
        .startsWith("sweep: 6 of 6 runs completed, 0 stopped, 0 failed\n")
        .containsPattern(
            "0 of 6 measured runs broke epoch_seconds <= 9; the model's root mean square "
                + "error is [0-9.]+ \\(leave-one-out over 6 runs\\), and the standard deviation "
                + "of the measurements is [0-9.]+\n\nrun  epoch_seconds predicted  "
                + "measured\n---  -----------------------  --------\n001 +[0-9.]+ "
                + "+[0-9.]+\n(00[2-5] .*\n)+006 +[0-9.]+ +[0-9.]+\n$");
  }

  @Test
  void sweep_limitThatNothingMeets_saysSoWhateverTheMethod() throws IOException {
    cli.configure("constraints: {epoch_seconds: 1.5}\n");

    assertThat(cli.study("sweep -n 2").out())
        .endsWith("no run met epoch_seconds <= 1.5; the lowest of 2 measured is 2\n");
  }

  @Test
  void sweep_hyperpowerBreaksALimit_marksTheRunsInTheTable() throws IOException {
    cli.configure("method: hyperpower\nconstraints: {epoch_seconds: 1.5}\nrun_cap: 3\n");

    assertThat(cli.study("sweep").out())
        .containsPattern(
            "run  epoch_seconds predicted  measured  limit\n[- ]+\n001 +[0-9.]+ +2  above\n");
  }

  @Test
  void sweep_asktell_isRefused() throws IOException {
    cli.configure("method: asktell\n");

    assertThat(cli.study("sweep").err())
        .isEqualTo(
            "greenscreen: method asktell is for programs that call 'greenscreen ask' and "
                + "'greenscreen tell'; choose another method for a sweep\n");
    assertThat(cli.run("ask --runs @/mine --config @/config.yaml").out())
        .startsWith("{\"trial\":1,");
  }

  @Test
  void sweep_methodOfAnotherEngine_isRefusedWithTheNearestSampler() throws IOException {
    cli.configure(
        """
        method: custom
        metrics: [{name: val_loss}, {name: epoch_seconds}]
        scheduler: {engine: optuna}
        """);
    String sentence =
        "@/config.yaml:1: method custom with scheduler is not available: W&B hands such a sweep to"
            + " Optuna; choose method: nsga2, the nearest sampler for several objectives\n";

    Outcome space = cli.run("space --config @/config.yaml");
    assertThat(space.code()).isZero();
    assertThat(space.err()).isEqualTo("greenscreen: warning: " + sentence);
    assertThat(space.out())
        .endsWith("\n8 configurations; no method, 100 per sweep unless -n is given\n");

    Outcome sweep = cli.study("sweep");
    assertThat(sweep.code()).isEqualTo(2);
    assertThat(sweep.err()).endsWith("greenscreen: " + sentence);
    Outcome ask = cli.run("ask --runs @/mine --config @/config.yaml");
    assertThat(ask.code()).isEqualTo(2);
    assertThat(ask.err()).endsWith("greenscreen: " + sentence);
    assertThat(cli.run("ask --runs @/other --config @/config.yaml --sampler nsga2").out())
        .startsWith("{\"trial\":1,");
  }

  @Test
  void study_methodOfAnotherEngine_isRefusedBeforeAnythingIsTrained() throws IOException {
    cli.configure("method: ax\n");

    assertThat(cli.study("study").err())
        .isEqualTo(
            "greenscreen: @/config.yaml:1: method ax is not available: W&B hands such a sweep to"
                + " Ax; choose method: bayes, the nearest sampler for one objective\n");
    assertThat(store().readAll()).isEmpty();
  }

  @Test
  void sweep_stopperThatComesTooLate_isWarnedOfWithTheEpochsOfTheCommandLine() throws IOException {
    cli.configure("early_terminate: {type: hyperband, min_iter: 4}\nrun_cap: 1\n");

    assertThat(cli.study("sweep").err())
        .contains(
            "greenscreen: warning: early_terminate saves nothing: hyperband first compares runs"
                + " after epoch 4, and runs end after epoch 2\n");
    assertThat(cli.run("space --config @/config.yaml --epochs 5").err()).isEmpty();
  }

  @Test
  void sweep_resumedAfterAChangeOfTheFile_goesOnWithTheFileOfItsStart() throws IOException {
    cli.configure("method: grid\nrun_cap: 4\n");
    assertThat(cli.study("sweep --set lr=0.01").code()).isZero();
    SweepRecord whole = store().study().readSweep().orElseThrow();
    Files.writeString(cli.path("config.yaml"), "method: random\nparameters: {lr: {value: 5}}\n");
    cut(whole);

    assertThat(cli.run("sweep --resume --runs @/runs").out())
        .startsWith("sweep: 4 of 4 runs completed");
    assertThat(store().study().readSweep()).contains(whole);
  }

  @Test
  void sweep_tryAndWarmStart_beginWithTheOnesAndLeaveOutTheOthers() throws IOException {
    cli.configure("method: grid\nrun_cap: 2\n");
    assertThat(cli.study("sweep").code()).isZero();
    Files.move(cli.path("runs"), cli.path("older"));
    Files.writeString(cli.path("first.yaml"), "- {batch_size: 128}\n- {batch_size: 4}\n");

    Outcome outcome = cli.study("sweep -n 3 --try @/first.yaml --warm-start @/older");

    assertThat(outcome.out()).startsWith("sweep: 3 of 3 runs completed");
    assertThat(configurations()).containsExactly("128 0.01", "32 0.01", "32 8.0e-4");
  }

  @Test
  void sweep_tryWithMistakes_tellsAllOfThem() throws IOException {
    Files.writeString(
        cli.path("first.yaml"), "- {batch_sise: 128}\n- {lr: 7}\n- lr\n- {batch_size: 64.0}\n");

    Outcome outcome = cli.study("sweep --try @/first.yaml");

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err())
        .isEqualTo(
            """
            greenscreen: @/first.yaml:1: the search space has no parameter "batch_sise" (did you mean "batch_size"?)
            greenscreen: @/first.yaml:2: lr cannot be "7"; expected one of 0.01, 8.0e-4
            greenscreen: @/first.yaml:3: found a single value, expected a configuration such as - {lr: 0.01, batch_size: 64}
            """);
  }

  @Test
  void sweep_filesOfItsOptionsMissing_namesTheOption() {
    assertThat(cli.study("sweep --try @/no.yaml").err())
        .isEqualTo("greenscreen: @/no.yaml: no such file; specify the file with --try\n");
    assertThat(cli.study("sweep --warm-start @/none").err())
        .isEqualTo(
            "greenscreen: @/none: no such folder; specify a folder with runs with "
                + "--warm-start, or create runs with 'greenscreen sweep'\n");
  }

  @Test
  void sweep_profilingForASamplerThatDoesNotLearnFromIt_isRefused() throws IOException {
    String advice =
        " learns nothing from profiling runs; choose one of bayes, hyperpower, "
            + "hyperpower-indicator, hyperpower-random and a constraint on power_W or "
            + "gpu_memory_MiB, or remove the option\n";
    assertThat(cli.study("sweep --profile-runs 2").err())
        .isEqualTo("greenscreen: --profile-runs: method random with no constraints" + advice);
    cli.configure("method: hyperpower\nconstraints: {epoch_seconds: 9}\n");
    assertThat(cli.study("sweep --profile-runs 2").err())
        .isEqualTo(
            "greenscreen: --profile-runs: method hyperpower with these constraints" + advice);
    cli.configure("method: hyperpower\nconstraints: {power_W: 100}\n");
    assertThat(cli.study("sweep --profile-runs 2").err())
        .isEqualTo(
            "greenscreen: constraint power_W: no power meter found to enforce it; run "
                + "'greenscreen doctor' for details, or remove it\n");
  }

  /** Forget the last two runs, as if they had not been given out yet. */
  private void cut(SweepRecord whole) throws IOException {
    SweepRecord half =
        new SweepRecord(
            whole.method(),
            whole.seed(),
            whole.asked(),
            whole.repeats(),
            whole.data(),
            whole.limit(),
            whole.settings(),
            whole.pinned(),
            whole.known(),
            whole.first(),
            whole.configurations().subList(0, 2));
    store().study().writeSweep(half);
    for (RunRecord run : store().readAll().subList(2, 4)) {
      Path path = store().path().resolve(run.name());
      try (var files = Files.list(path)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(path);
    }
  }

  private List<String> configurations() {
    return store().study().readSweep().orElseThrow().configurations().stream()
        .map(one -> one.get("batch_size") + " " + one.get("lr"))
        .toList();
  }

  private RunStore store() {
    return new RunStore(cli.path("runs"));
  }
}
