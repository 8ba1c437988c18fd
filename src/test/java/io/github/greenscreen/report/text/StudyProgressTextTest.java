package io.github.greenscreen.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.report.context.StudyStatus;
import io.github.greenscreen.run.RunFolder;
import io.github.greenscreen.run.RunStore;
import io.github.greenscreen.run.lock.FolderLock;
import io.github.greenscreen.run.model.RunPurpose;
import io.github.greenscreen.run.model.RunState;
import io.github.greenscreen.sweep.StudyFolder;
import io.github.greenscreen.sweep.StudyProgress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StudyProgressTextTest {
  private static final Path REPORT = Path.of("report");

  @TempDir private Path folder;

  @Test
  void unfinished_sweepThatNobodyCarriesOut_saysWhatIsMissingAndWhatToType() {
    StudyStatus unfinished = words(StudyFolder.unfinished(runs()));

    assertThat(unfinished.isOpen()).isTrue();
    assertThat(plain(unfinished))
        .containsExactly(
            "The sweep is unfinished: 2 of 7 runs of the sweep have ended (1 completed, 1 "
                + "failed, 1 running, 1 interrupted, 3 not started).",
            "  003 running: 1 of 2 epochs; its process has disappeared",
            "  004 interrupted: 1 of 2 epochs",
            "  005 failed: out of memory",
            "  – not started: batch_size 128",
            "  – not started: 2 runs whose configurations have not been chosen yet",
            "Finish the sweep: greenscreen sweep --resume --runs @/runs",
            "To retry failed runs, move folder 005 out of @/runs and finish the sweep: "
                + "greenscreen sweep --resume --runs @/runs",
            "No final run exists; after the sweep train it: greenscreen analyze --runs @/runs"
                + " --report report && greenscreen final --runs @/runs --report report");
  }

  @Test
  void unfinished_sweepAtWork_saysWhoWorksAndNothingToFinishIt() {
    StudyFolder study = StudyFolder.unfinished(runs());
    List<String> lines;
    try (FolderLock sweep = study.store().lock();
        FolderLock run = study.store().find("003").orElseThrow().lock()) {
      assertThat(List.of(sweep, run)).doesNotContainNull();
      lines = plain(words(study));
    }

    assertThat(lines.get(0)).contains(" It is running (process ");
    assertThat(lines.get(1)).isEqualTo("  003 running: 1 of 2 epochs");
    assertThat(lines)
        .contains(
            "Keep this report up to date while the sweep runs: greenscreen report --watch --runs"
                + " @/runs --report report")
        .noneMatch(line -> line.startsWith("Finish the sweep"));
  }

  @Test
  void unfinished_energyBudget_remindsOfIt() {
    StudyFolder study = new StudyFolder(runs(), 2, Map.of("energy-budget", "5kWh"));
    study.complete(study.next());

    assertThat(plain(words(study)))
        .contains(
            "Finish the sweep (with a larger --energy-budget if 5kWh is used up): "
                + "greenscreen sweep --resume --runs @/runs");
  }

  @Test
  void unfinished_completeSweep_lacksOnlyTheFinalRun() {
    StudyFolder study = complete();

    StudyStatus unfinished = words(study);

    assertThat(unfinished.isOpen()).isFalse();
    assertThat(plain(unfinished))
        .containsExactly(
            "No final run exists; train it: greenscreen analyze --runs @/runs --report report &&"
                + " greenscreen final --runs @/runs --report report");
  }

  @Test
  void unfinished_wholeStudy_saysNothing() {
    StudyFolder study = complete();
    study.complete(study.run(RunPurpose.FINAL, 1));

    assertThat(words(study)).isEqualTo(StudyStatus.nothing());
  }

  @Test
  void unfinished_baselineAndFinalRunInterrupted_areGoneOnWith() {
    StudyFolder study = new StudyFolder(runs(), 1);
    study.interrupt(study.run(RunPurpose.BASELINE, 0));
    study.complete(study.next());
    study.interrupt(study.run(RunPurpose.FINAL, 1));

    assertThat(plain(words(study)))
        .containsExactly(
            "The study is unfinished: 1 of 1 run of the sweep has ended (1 completed).",
            "  001 interrupted: baseline; 1 of 2 epochs",
            "  003 interrupted: final run; 1 of 2 epochs",
            "Resume the baseline: greenscreen train @/runs/001",
            "Resume the final run: greenscreen train @/runs/003");
  }

  @Test
  void unfinished_baselineFailed_isTrainedAgainUnlessAnotherCompleted() {
    StudyFolder study = new StudyFolder(runs(), 1);
    study.fail(study.run(RunPurpose.BASELINE, 0), "out of memory");
    study.complete(study.next());

    assertThat(plain(words(study)))
        .contains(
            "  001 failed: baseline; out of memory",
            "Train the baseline again, adding the options it was started with: greenscreen "
                + "train --baseline --runs @/runs");

    study.complete(study.run(RunPurpose.BASELINE, 0));
    assertThat(words(study).isOpen()).isFalse();
  }

  @Test
  void unfinished_logOfACompletedRunCutOff_isFinishedByResuming() {
    StudyFolder study = complete();
    RunFolder run = study.store().folders().get(0);
    run.writeLogLines(run.readLogLines().subList(0, 2));

    assertThat(plain(words(study)).subList(0, 3))
        .containsExactly(
            "The sweep is unfinished: 0 of 1 run of the sweep has ended (1 incomplete).",
            "  001 incomplete: its log has 1 of 2 epochs",
            "Finish the sweep: greenscreen sweep --resume --runs @/runs");
  }

  @Test
  void unfinished_nothingCompleted_namesNoCommandForTheFinalRun() {
    StudyFolder study = new StudyFolder(runs(), 1);
    study.fail(study.next(), "out of memory");

    assertThat(plain(words(study)))
        .endsWith("No final run exists, and no completed run provides a configuration for it.");
  }

  @Test
  void unfinished_finalRunFailedOrWasStopped_isTrainedAgain() {
    StudyFolder study = complete();
    RunFolder last = study.run(RunPurpose.FINAL, 1);
    study.fail(last, "out of memory");

    assertThat(plain(words(study)))
        .contains("  002 failed: final run; out of memory")
        .anyMatch(
            line ->
                line.startsWith("The final run (002) has no result (failed); train it again: "));

    last.writeStatus(last.readStatus().with(RunState.STOPPED, "training diverged"));
    assertThat(words(study).isOpen()).isFalse();
    assertThat(plain(words(study)).get(0))
        .startsWith("The final run (002) has no result (stopped); train it again: ");
  }

  @Test
  void unfinished_foldersOfTheStudy_knowOfNoSweep() {
    StudyFolder study = new StudyFolder(runs(), 1);
    study.complete(study.run(RunPurpose.SWEEP, 1));

    assertThat(words(study).isOpen()).isFalse();

    study.interrupt(study.run(RunPurpose.SWEEP, 2));
    assertThat(plain(words(study)).subList(0, 2))
        .containsExactly(
            "The study is unfinished: 1 of 2 runs of the sweep has ended (1 completed, 1"
                + " interrupted).",
            "  002 interrupted: 1 of 2 epochs");
  }

  @Test
  void lines_manyGaps_areCutOnATerminal() {
    StudyFolder study = new StudyFolder(runs(), 20);
    for (int i = 0; i < 15; i++) {
      study.fail(study.next(), "out of memory");
    }

    List<String> lines = words(study).lines();

    assertThat(lines).contains("  012 failed: out of memory", "  and 4 more, see the report");
    assertThat(lines)
        .anyMatch(
            line -> line.contains("move folders 001, 002, 003, 004, 005, 006, 007, 008 and so on"));
  }

  @Test
  void step_folderWithABlank_isQuoted() {
    StudyFolder study = new StudyFolder(folder.resolve("it's mine"), 2);
    study.complete(study.next());

    assertThat(plain(words(study)))
        .contains("Finish the sweep: greenscreen sweep --resume --runs '@/it'\\''s mine'");
  }

  private StudyFolder complete() {
    StudyFolder study = new StudyFolder(runs(), 1);
    study.complete(study.next());
    return study;
  }

  private Path runs() {
    return folder.resolve("runs");
  }

  private static StudyStatus words(StudyFolder study) {
    RunStore store = study.store();
    StudyProgress progress = StudyProgress.of(store, store.readAll(), StudyFolder.noPlan());
    return new StudyProgressText(progress, store.path(), REPORT).unfinished();
  }

  private List<String> plain(StudyStatus unfinished) {
    return unfinished.lines().stream().map(line -> line.replace(folder.toString(), "@")).toList();
  }
}
