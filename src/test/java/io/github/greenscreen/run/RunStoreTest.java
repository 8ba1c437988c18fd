package io.github.greenscreen.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.greenscreen.SharedData;
import io.github.greenscreen.run.model.RunFolderException;
import io.github.greenscreen.run.model.RunPlan;
import io.github.greenscreen.run.model.RunPurpose;
import io.github.greenscreen.run.model.RunState;
import io.github.greenscreen.run.model.RunStatus;
import io.github.greenscreen.space.Configuration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunStoreTest {
  private static final RunPlan PLAN =
      new RunPlan(Configuration.of(Map.of("model", "resnet20")), 22, OptionalInt.of(1), "shapes");
  private static final RunStatus WAITING =
      RunStatus.waiting(RunPurpose.SWEEP, "", OptionalInt.of(100));

  @TempDir private Path temporary;

  @Test
  void create_inMissingFolder_startsAt001AndCounts() {
    RunStore store = new RunStore(temporary.resolve("a/runs"));
    assertThat(store.folders()).isEmpty();
    assertThat(store.readAll()).isEmpty();
    RunFolder first = store.create(PLAN, WAITING);
    assertThat(first.name()).isEqualTo("001");
    assertThat(first.readPlan()).isEqualTo(PLAN);
    assertThat(first.readStatus()).isEqualTo(WAITING);
    assertThat(store.create(PLAN, WAITING).name()).isEqualTo("002");
    assertThat(store.readAll()).extracting(RunRecord::name).containsExactly("001", "002");
  }

  @Test
  void create_after999_growsAndSortsByNumber() throws IOException {
    RunStore store = new RunStore(temporary);
    Files.createDirectory(temporary.resolve("999"));
    assertThat(store.create(PLAN, WAITING).name()).isEqualTo("1000");
    assertThat(store.create(PLAN, WAITING).name()).isEqualTo("1001");
    assertThat(store.folders()).extracting(RunFolder::name).containsExactly("999", "1000", "1001");
  }

  @Test
  void create_withAGap_doesNotFillIt() throws IOException {
    Files.createDirectory(temporary.resolve("007"));
    assertThat(new RunStore(temporary).create(PLAN, WAITING).name()).isEqualTo("008");
  }

  @Test
  void create_whereAFileHasTheNumber_takesTheNext() throws IOException {
    Files.createFile(temporary.resolve("001"));
    assertThat(new RunStore(temporary).create(PLAN, WAITING).name()).isEqualTo("002");
  }

  @Test
  void create_fromManyThreads_givesEachItsOwnNumber() {
    List<String> names =
        IntStream.range(0, 40)
            .parallel()
            .mapToObj(i -> new RunStore(temporary).create(PLAN, WAITING).name())
            .toList();
    assertThat(names).doesNotHaveDuplicates().hasSize(40);
    assertThat(new RunStore(temporary).readAll()).hasSize(40);
  }

  @Test
  void folders_ignoresOtherEntries() throws IOException {
    for (String name : List.of("002", "010", "12", "0003", "notes", ".git", "1000x")) {
      Files.createDirectory(temporary.resolve(name));
    }
    Files.createFile(temporary.resolve("003"));
    assertThat(new RunStore(temporary).folders())
        .extracting(RunFolder::name)
        .containsExactly("002", "010");
  }

  @Test
  void find_understandsNumbersWithAndWithoutZeros() throws IOException {
    Files.createDirectory(temporary.resolve("017"));
    Files.createDirectory(temporary.resolve("1000"));
    RunStore store = new RunStore(temporary);
    assertThat(store.find("17").map(RunFolder::name)).contains("017");
    assertThat(store.find("017").map(RunFolder::name)).contains("017");
    assertThat(store.find("1000").map(RunFolder::name)).contains("1000");
    assertThat(store.find("18")).isEmpty();
    assertThat(store.find("../017")).isEmpty();
    assertThat(store.find("")).isEmpty();
    assertThat(store.find("99999999999")).isEmpty();
  }

  @Test
  void readAll_leavesOutAFolderThatIsJustBeingMade() throws IOException {
    RunStore store = new RunStore(temporary);
    store.create(PLAN, WAITING);
    Files.createDirectory(temporary.resolve("002"));
    assertThat(store.readAll()).extracting(RunRecord::name).containsExactly("001");
  }

  @Test
  void readAll_withABrokenFolder_namesIt() throws IOException {
    RunStore store = new RunStore(temporary);
    Path broken = Files.createDirectory(temporary.resolve("001"));
    Files.writeString(broken.resolve("status.yaml"), "state: failed\npurpose: sweep\n");
    assertThatThrownBy(store::readAll)
        .isInstanceOf(RunFolderException.class)
        .hasMessage(
            "%s is not a run folder: it has no parameters.yaml; repair it, or move the "
                + "folder %s away",
            broken, broken);
  }

  @Test
  void create_whereAFileIsInTheWay_saysWhatToDo() throws IOException {
    Path file = Files.createFile(temporary.resolve("runs"));
    assertThatThrownBy(() -> new RunStore(file).create(PLAN, WAITING))
        .isInstanceOf(RunFolderException.class)
        .hasMessage(
            "cannot write the runs folder %s: a file exists where a folder is expected; "
                + "choose another with --runs or change its permissions",
            file);
    assertThatThrownBy(() -> new RunStore(file).folders())
        .isInstanceOf(RunFolderException.class)
        .hasMessage(
            "cannot read the runs folder %s: a file exists where a folder is expected; "
                + "choose another with --runs or change its permissions",
            file);
    assertThatThrownBy(() -> new RunStore(file).study().readSweep())
        .isInstanceOf(RunFolderException.class)
        .hasMessageStartingWith("cannot read the runs folder " + file + ": a file exists");
    assertThatThrownBy(() -> new RunStore(file.resolve("below")).study().readSweep())
        .isInstanceOf(RunFolderException.class)
        .hasMessageEndingWith("sweep.yaml: a file exists where a folder is expected");
  }

  @Test
  void readAll_ofTheStudy_readsEveryRun() {
    List<RunRecord> runs = new RunStore(SharedData.folder("data/study")).readAll();
    assertThat(runs).hasSize(70);
    assertThat(runs.get(0).name()).isEqualTo("001");
    assertThat(runs)
        .allSatisfy(
            run -> {
              assertThat(run.epochs()).hasSize(52);
              assertThat(run.epochs().get(0).epoch()).isEqualTo("pre");
              assertThat(run.epochs().get(51).epoch()).isEqualTo("post");
              assertThat(run.epochs()).allSatisfy(row -> assertThat(row.gpuPowerW()).isPositive());
              assertThat(run.plan().seed()).hasValue(22);
              assertThat(run.plan().epochs()).isEmpty();
              assertThat(run.plan().configuration().values()).hasSize(11);
              assertThat(run.plan().configuration().values().keySet()).startsWith("model");
              assertThat(run.result().orElseThrow().network().parameters())
                  .isGreaterThan(23_000_000);
              assertThat(run.status().state()).isEqualTo(RunState.COMPLETED);
              assertThat(run.status().purpose()).isEqualTo(RunPurpose.SWEEP);
            });
    assertThat(runs.get(0).epochs().get(1).valLoss()).isNaN();
    assertThat(runs.get(0).epochs().get(1).loss()).isEqualTo(4.842342);
  }
}
