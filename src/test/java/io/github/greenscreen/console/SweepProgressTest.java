package io.github.greenscreen.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.power.PowerSource;
import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.run.StatusEntries;
import io.github.greenscreen.run.model.EpochRow;
import io.github.greenscreen.run.model.RunPlan;
import io.github.greenscreen.run.model.RunPurpose;
import io.github.greenscreen.run.model.RunState;
import io.github.greenscreen.run.model.RunStatus;
import io.github.greenscreen.space.Configuration;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

final class SweepProgressTest {
  private static final double NONE = Double.NaN;
  private static final Configuration EMPTY = Configuration.of(Map.of());

  private final StringWriter text = new StringWriter();
  private long nanos;

  @Test
  void runEnded_measuredRun_isOneLine() {
    SweepProgress progress = progress(Terminal.plain());
    progress.sweepPlanned(100);
    progress.runStarted("004", 3, 100, EMPTY);

    progress.runEnded(run("004", RunState.COMPLETED, "", List.of(row(0.3, 6.1), row(0.412, 6.2))));

    assertThat(text.toString().lines())
        .containsExactly("[  3/100] 004 completed    accuracy  41.2 %  energy 12.3 Wh  1 min 35 s");
  }

  @Test
  void runEnded_failedRun_saysWhyAndMakesNothingUp() {
    SweepProgress progress = progress(Terminal.plain());
    progress.runStarted("004", 3, 5, EMPTY);

    progress.runEnded(run("004", RunState.FAILED, "out of memory", List.of()));

    assertThat(text.toString().lines())
        .containsExactly("[3/5] 004 failed       accuracy N/A  energy N/A  N/A  out of memory");
  }

  @Test
  void runEnded_stoppedRun_isCalledSo() {
    SweepProgress progress = progress(Terminal.plain());
    progress.runStarted("004", 3, 5, EMPTY);

    progress.runEnded(
        run("004", RunState.STOPPED, "training diverged", List.of(row(Double.NaN, 0.5))));

    assertThat(text.toString().lines())
        .containsExactly(
            "[3/5] 004 stopped      accuracy N/A  energy 0.500 Wh  48 s  training diverged");
  }

  @Test
  void runEnded_estimatedEnergy_isMarked() {
    SweepProgress progress = progress(Terminal.plain());
    progress.runStarted("004", 3, 5, EMPTY);
    RunRecord run = run("004", RunState.COMPLETED, "", List.of(row(0.3, 0.5)));
    RunStatus status = StatusEntries.with(run.status(), Map.of("power_source", "estimated"));

    progress.runEnded(new RunRecord(run.name(), run.plan(), run.result(), run.epochs(), status));

    assertThat(text.toString().lines())
        .containsExactly(
            "[3/5] 004 completed    accuracy  30.0 %  energy 0.500 Wh (estimated)  48 s");
  }

  @Test
  void runProgress_onTerminal_movesTheBarAndEstimatesWhatIsLeft() {
    SweepProgress progress = progress(new Terminal(90, false));
    progress.runStarted("002", 2, 4, EMPTY);
    nanos = 10_000_000_000L;

    progress.runProgress("002", 2, 4);

    assertThat(text.toString()).contains("]  38 %  run 002, epoch 2/4  50 s left");
  }

  @Test
  void runProgress_severalRuns_namesThemAll() {
    SweepProgress progress = progress(new Terminal(120, false));
    progress.sweepPlanned(4);
    progress.runStarted("001", 1, 4, EMPTY);
    progress.runStarted("002", 2, 4, EMPTY);
    nanos = 10_000_000_000L;

    progress.runProgress("002", 1, 2);

    assertThat(text.toString()).contains("]  13 %  runs 001, starting; 002, epoch 1/2");
    progress.runEnded(run("002", RunState.COMPLETED, "", List.of()));
    assertThat(text.toString()).contains("[2/4] 002 completed");
  }

  @Test
  void stopping_runsGoOn_saysWhatItWaitsForAndHowToStopAtOnce() {
    SweepProgress progress = progress(Terminal.plain());
    progress.stopping(List.of("003"), 1);
    progress.stopping(List.of("003", "004"), 2);
    progress.stopping(List.of(), 1);

    assertThat(text.toString().lines())
        .containsExactly(
            "stopping: waiting for run 003 to finish the current epoch; press Ctrl-C again "
                + "to stop immediately",
            "stopping runs 003, 004 immediately");
  }

  @Test
  void runRepeatedAdoptedLost_eachIsALine() {
    SweepProgress progress = progress(Terminal.plain());
    progress.runStarted("003", 1, 2, EMPTY);
    progress.runRepeated("003", "it crashed", 1, 2);
    progress.runAdopted("003", "process 7 on oak");
    progress.runLost("003", "it is gone");

    assertThat(text.toString().lines())
        .containsExactly(
            "run 003 is retried (1 of 2): it crashed",
            "run 003 is still being trained by process 7 on oak; waiting for it",
            "run 003 is lost: it is gone");
  }

  private SweepProgress progress(Terminal terminal) {
    return new SweepProgress(new ProgressBar(new PrintWriter(text), terminal, () -> nanos));
  }

  private static RunRecord run(String name, RunState state, String reason, List<EpochRow> rows) {
    return new RunRecord(
        name,
        new RunPlan(EMPTY, 22, OptionalInt.of(2), "shapes"),
        Optional.empty(),
        rows,
        RunStatus.waiting(RunPurpose.SWEEP, "", OptionalInt.empty()).with(state, reason));
  }

  private static EpochRow row(double accuracy, double energy) {
    LocalDateTime time = LocalDateTime.of(2026, 11, 22, 10, 0);
    return new EpochRow(
        "0",
        time,
        1,
        accuracy,
        1,
        accuracy,
        250,
        60,
        90,
        47.5,
        energy,
        900,
        NONE,
        0.01,
        64,
        PowerSource.NONE);
  }
}
