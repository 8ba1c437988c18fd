package io.github.greenscreen.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.run.RunFolder;
import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.run.RunStore;
import io.github.greenscreen.run.lock.FolderLock;
import io.github.greenscreen.run.model.RunPurpose;
import io.github.greenscreen.search.sampler.SamplerType;
import io.github.greenscreen.space.CategoricalParameter;
import io.github.greenscreen.space.FixedParameter;
import io.github.greenscreen.space.SearchSpace;
import io.github.greenscreen.sweep.attempt.SweepOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyProgressTest {
  private static final SearchSpace SPACE =
      new SearchSpace(
          List.of(
              new CategoricalParameter("lr", List.of("1", "2", "3")),
              new FixedParameter("dataset", "shapes"),
              new FixedParameter("epochs", "2"),
              new FixedParameter("seed", "5")));

  @TempDir private Path folder;

  @Test
  void of_unfinishedSweep_knowsWhatIsThereAndWhatIsNot() {
    StudyProgress progress = progress(StudyFolder.unfinished(folder).store());

    assertThat(progress.begun())
        .extracting(RunRecord::name)
        .containsExactly("002", "003", "004", "005");
    assertThat(progress.unbegun())
        .extracting(configuration -> configuration.get("batch_size"))
        .containsExactly("128");
    assertThat(progress.unchosen()).isEqualTo(2);
    assertThat(progress.planned()).isEqualTo(7);
    assertThat(progress.isComplete()).isFalse();
    assertThat(progress.baseline()).map(RunRecord::name).hasValue("001");
    assertThat(progress.finalRun()).isEmpty();
    assertThat(progress.atWork()).isEmpty();
    assertThat(progress.alive()).isEmpty();
  }

  @Test
  void of_lockedFolders_knowsWhoWorks() {
    RunStore store = StudyFolder.unfinished(folder).store();
    RunFolder running = store.find("003").orElseThrow();
    StudyProgress progress;
    try (FolderLock sweep = store.lock();
        FolderLock run = running.lock()) {
      assertThat(List.of(sweep, run)).doesNotContainNull();
      progress = progress(store);
    }

    assertThat(progress.atWork())
        .map(holder -> holder.pid())
        .hasValue(ProcessHandle.current().pid());
    assertThat(progress.alive()).containsExactly("003");
  }

  @Test
  void of_allRunsEnded_isComplete() {
    StudyFolder study = new StudyFolder(folder, 2);
    study.complete(study.next());
    study.fail(study.next(), "out of memory");

    StudyProgress progress = progress(study.store());

    assertThat(progress.isComplete()).isTrue();
    assertThat(progress.planned()).isEqualTo(2);
  }

  @Test
  void of_spaceThatHasNoMore_isComplete() {
    RunStore store = new RunStore(folder);
    SweepPlan plan = new SweepPlan(SPACE, SamplerType.GRID, 9, 1, "", OptionalInt.empty());
    new Sweep(store, new FakeLauncher(), new RecordingListener(), SweepOptions.none()).run(plan);

    StudyProgress progress = StudyProgress.of(store, store.readAll(), Optional.of(plan));

    assertThat(progress.isComplete()).isTrue();
    assertThat(progress.planned()).isEqualTo(3);
  }

  @Test
  void of_endedEarly_stillHasRunsToChoose() {
    RunStore store = new RunStore(folder);
    SweepPlan two = new SweepPlan(SPACE, SamplerType.GRID, 2, 1, "", OptionalInt.empty());
    new Sweep(store, new FakeLauncher(), new RecordingListener(), SweepOptions.none()).run(two);
    SweepPlan three = new SweepPlan(SPACE, SamplerType.GRID, 3, 1, "", OptionalInt.empty());
    store
        .study()
        .writeSweep(
            three.begin(List.of()).and(store.study().readSweep().orElseThrow().configurations()));

    StudyProgress progress = StudyProgress.of(store, store.readAll(), Optional.of(three));

    assertThat(progress.unchosen()).isEqualTo(1);
    assertThat(progress.isComplete()).isFalse();
  }

  @Test
  void of_runsWithoutASweep_countsThemAndIsNeverComplete() {
    StudyFolder study = new StudyFolder(folder, 2);
    study.complete(study.run(RunPurpose.SWEEP, 1));
    study.complete(study.run(RunPurpose.FINAL, 1));

    StudyProgress progress = progress(study.store());

    assertThat(progress.begun()).hasSize(1);
    assertThat(progress.sweep()).isEmpty();
    assertThat(progress.isComplete()).isFalse();
    assertThat(progress.finalRun()).map(RunRecord::name).hasValue("002");
  }

  private static StudyProgress progress(RunStore store) {
    return StudyProgress.of(store, store.readAll(), StudyFolder.noPlan());
  }
}
