package io.github.greenscreen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.cli.CliFixture.Outcome;
import io.github.greenscreen.run.RunFolder;
import io.github.greenscreen.run.RunStore;
import io.github.greenscreen.run.model.RunState;
import io.github.greenscreen.sweep.launch.Launcher;
import io.github.greenscreen.sweep.launch.RunProcess;
import io.github.greenscreen.sweep.launch.Slot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands whose run is trained by another process. */
final class TrainingProcessTest {
  @TempDir private Path folder;
  private CliFixture cli;

  @BeforeEach
  void prepare() throws IOException {
    cli = new CliFixture(folder);
  }

  @Test
  void train_options_areHandedOn() {
    cli.withTrainLauncher(new FakeLauncher(run -> 0))
        .study("train --meter none --checkpoint-every 3 --contact-sheet --verbose");
    assertThat(cli.launches())
        .containsExactly(
            List.of("--meter", "none", "--checkpoint-every", "3", "--contact-sheet", "--verbose"));
  }

  @Test
  void train_withoutOptions_handsOnNoNumberOfEpochsBetweenCheckpoints() {
    cli.withTrainLauncher(new FakeLauncher(run -> 0)).study("train --meter none");
    assertThat(cli.launches()).containsExactly(List.of("--meter", "none"));
  }

  @Test
  void train_processEnds_returnsItsCodeAndSaysNothing() {
    for (int code : List.of(0, 1, 2)) {
      Outcome outcome =
          cli.withTrainLauncher(
                  new FakeLauncher(
                      run -> {
                        run.writeStatus(run.readStatus().with(RunState.INTERRUPTED, "so"));
                        return code;
                      }))
              .study("train");
      assertThat(outcome).isEqualTo(new Outcome(code, "", ""));
    }
  }

  @Test
  void train_processIsInterrupted_saysHowToGoOn() {
    Outcome outcome = cli.withTrainLauncher(new FakeLauncher(this::interrupt)).study("train");
    assertThat(outcome)
        .isEqualTo(
            new Outcome(
                130,
                "",
                "greenscreen: interrupted (so); restart with: greenscreen train @/runs/001\n"));
  }

  @Test
  void study_baselineIsInterrupted_saysOnceHowToGoOn() {
    Outcome outcome =
        cli.withTrainLauncher(new FakeLauncher(this::interrupt)).study("study --quick");
    assertThat(outcome)
        .isEqualTo(
            new Outcome(
                130,
                "",
                "\n== Baseline\ngreenscreen: interrupted (so); resume with: greenscreen study "
                    + "--resume --runs @/runs\n"));
  }

  @Test
  void train_processCrashes_saysSoInOneLineAndFails() {
    Outcome outcome = cli.withTrainLauncher(new FakeLauncher(this::crash)).study("train");
    assertThat(outcome)
        .isEqualTo(
            new Outcome(
                1,
                "",
                "greenscreen: the run failed: crashed in libtorch_cpu.so, at::foo "
                    + "(SIGFPE); see hs_err_pid7.log, and run 'greenscreen doctor', which tests "
                    + "the training and finds safer settings\n"));
    assertThat(new RunStore(cli.path("runs")).folders().get(0).readStatus().state())
        .isEqualTo(RunState.FAILED);
  }

  @Test
  void train_signalBeforeTheProcessListens_saysHowToGoOn() {
    Outcome outcome = cli.withTrainLauncher(new FakeLauncher(run -> 143)).study("train");
    assertThat(outcome)
        .isEqualTo(
            new Outcome(
                130,
                "",
                "greenscreen: interrupted (the process was asked to stop); restart with: "
                    + "greenscreen train @/runs/001\n"));
  }

  private int interrupt(RunFolder run) {
    run.writeStatus(run.readStatus().with(RunState.INTERRUPTED, "so"));
    return 130;
  }

  private int crash(RunFolder run) {
    try {
      Files.writeString(
          run.path().resolve("hs_err_pid7.log"),
          """
          #  SIGFPE (0x8) at pc=0x00007f3cd006937c, pid=7, tid=8
          #
          # Problematic frame:
          # C  [libtorch_cpu.so+0x1166937c]  at::foo(int)+0xa5c
          """);
      return 134;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts processes that do {@code action} and return its exit code. */
  private record FakeLauncher(ToIntFunction<RunFolder> action) implements Launcher {
    @Override
    public List<Slot> slots(OptionalInt parallel) {
      return List.of(Slot.only());
    }

    @Override
    public RunProcess start(RunFolder folder, Slot slot) {
      return new RunProcess() {
        @Override
        public int await() {
          return action.applyAsInt(folder);
        }

        @Override
        public void stop() {}

        @Override
        public void kill() {}
      };
    }
  }
}
