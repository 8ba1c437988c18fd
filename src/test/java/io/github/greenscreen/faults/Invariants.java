package io.github.greenscreen.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.run.model.EpochRow;
import io.github.greenscreen.run.model.RunPurpose;
import io.github.greenscreen.run.model.RunState;
import io.github.greenscreen.run.model.RunStatus;
import io.github.greenscreen.run.model.SweepRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What must hold after every case, whatever was broken. */
final class Invariants {
  private static final int PATIENCE_MILLIS = 10_000;

  private Invariants() {}

  /**
   * How many runs ended in which state.
   *
   * @param completed trained to their end
   * @param stopped ended early because going on made no sense
   * @param failed failed, and say why
   */
  record Count(long completed, long stopped, long failed) {}

  /** Check the runs folder and the processes of {@code scene}, and count its runs. */
  static Count check(FaultScenario scene) throws IOException, InterruptedException {
    awaitNoProcess(scene);
    List<RunRecord> runs = scene.store().readAll();
    assertThat(runs).as("runs in the end").hasSize(scene.planned());
    assertThat(scene.store().folders()).as("run folders").hasSize(scene.planned());
    assertThat(runs.stream().filter(r -> r.status().purpose() == RunPurpose.SWEEP))
        .extracting(run -> run.plan().whole())
        .as("no configuration is run twice")
        .doesNotHaveDuplicates();
    scene.store().study().readSweep().ifPresent(sweep -> checkPlan(sweep, runs));
    runs.forEach(Invariants::check);
    checkFiles(scene.store().path());
    return new Count(
        count(runs, RunState.COMPLETED),
        count(runs, RunState.STOPPED),
        count(runs, RunState.FAILED));
  }

  private static long count(List<RunRecord> runs, RunState state) {
    return runs.stream().filter(run -> run.status().state() == state).count();
  }

  private static void checkPlan(SweepRecord sweep, List<RunRecord> runs) {
    assertThat(runs.stream().filter(r -> r.status().purpose() == RunPurpose.SWEEP))
        .extracting(run -> run.plan().whole())
        .as("only what was planned is run")
        .isSubsetOf(sweep.configurations());
  }

  /** A run ended, says so, and its log agrees. */
  private static void check(RunRecord run) {
    RunStatus status = run.status();
    assertThat(status.state())
        .as("state of run %s (%s)", run.name(), status.reason())
        .isIn(RunState.COMPLETED, RunState.STOPPED, RunState.FAILED);
    List<String> rows = run.epochs().stream().map(EpochRow::epoch).toList();
    long epochs = run.epochs().stream().filter(EpochRow::isTraining).count();
    assertThat(rows).as("rows of run %s", run.name()).isEqualTo(rows(run, epochs));
    if (status.state() == RunState.COMPLETED) {
      assertThat(epochs)
          .as("epochs of run %s", run.name())
          .isEqualTo(run.plan().epochs().orElse(-1));
      assertThat(run.result()).as("result of run %s", run.name()).isPresent();
      assertThat(status.reason()).as("reason of run %s", run.name()).isEmpty();
      checkTimes(run);
    } else {
      assertThat(status.reason()).as("reason of run %s", run.name()).isNotBlank();
    }
  }

  private static List<String> rows(RunRecord run, long epochs) {
    List<String> rows = new ArrayList<>();
    if (!run.epochs().isEmpty()) {
      rows.add("pre");
    }
    for (int i = 0; i < epochs; i++) {
      rows.add(Integer.toString(i));
    }
    if (run.epochs().stream().anyMatch(row -> row.epoch().equals("post"))) {
      rows.add("post");
    }
    return rows;
  }

  /** Time and energy of the status are at least those of the rows. */
  private static void checkTimes(RunRecord run) {
    RunStatus status = run.status();
    assertThat(run.epochs().get(run.epochs().size() - 1).epoch()).isEqualTo("post");
    assertThat(status.attempts()).as("attempts of run %s", run.name()).isPositive();
    assertThat(status.seconds().values())
        .as("seconds of run %s", run.name())
        .allMatch(seconds -> seconds >= 0);
    double rows =
        run.epochs().stream()
            .filter(EpochRow::isTraining)
            .mapToDouble(EpochRow::epochSeconds)
            .sum();
    double known = status.seconds().get("train") + status.seconds().get("validate");
    // Quantising the network, for instance, is a part of the last epoch alone.
    assertThat(known)
        .as("seconds of run %s by its status, against its rows", run.name())
        .isBetween(0.5 * rows - 0.5, 1.2 * rows + 0.5);
  }

  /** No lock, and nothing half written, is left. */
  private static void checkFiles(Path runs) throws IOException {
    if (!Files.exists(runs)) {
      return;
    }
    try (Stream<Path> files = Files.walk(runs)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .noneMatch(name -> name.endsWith(".lock"))
          .noneMatch(name -> name.matches("\\..+\\.\\d+"));
    }
  }

  private static void awaitNoProcess(FaultScenario scene) throws IOException, InterruptedException {
    for (int i = 0; i < PATIENCE_MILLIS / 100 && !scene.processes().isEmpty(); i++) {
      Thread.sleep(100);
    }
    assertThat(scene.processes().stream().map(p -> p.pid() + " " + Processes.command(p)))
        .as("processes left behind")
        .isEmpty();
  }
}
