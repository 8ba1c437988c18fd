package io.github.greenscreen.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.run.model.RunPlan;
import io.github.greenscreen.run.model.RunPurpose;
import io.github.greenscreen.run.model.RunState;
import io.github.greenscreen.run.model.RunStatus;
import io.github.greenscreen.space.Configuration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderFingerprintTest {
  @TempDir private Path folder;

  @Test
  void pulse_nothingHappens_staysTheSame() throws IOException {
    RunStore store = new RunStore(folder.resolve("runs"));
    assertThat(store.fingerprint().runs()).isZero();
    RunFolder run = create(store);
    FolderFingerprint before = store.fingerprint();

    Files.writeString(run.outputLog(), "words");
    Files.writeString(run.path().resolve("power.csv"), "a sample");

    assertThat(before.runs()).isEqualTo(1);
    assertThat(store.fingerprint()).isEqualTo(before);
  }

  @Test
  void pulse_runMadeOrEpochOrState_changes() throws IOException {
    RunStore store = new RunStore(folder.resolve("runs"));
    FolderFingerprint none = store.fingerprint();
    RunFolder run = create(store);
    FolderFingerprint made = store.fingerprint();
    Path logs = run.path().resolve("logs.csv");
    Files.writeString(logs, "epoch\n");
    FolderFingerprint logged = store.fingerprint();
    Files.writeString(logs, "0\n", StandardOpenOption.APPEND);
    FolderFingerprint grown = store.fingerprint();
    run.writeStatus(run.readStatus().with(RunState.FAILED, "out of memory"));
    FolderFingerprint failed = store.fingerprint();
    Files.writeString(folder.resolve("runs/sweep.yaml"), "method: random\n");
    FolderFingerprint sweep = store.fingerprint();

    assertThat(List.of(none, made, logged, grown, failed, sweep)).doesNotHaveDuplicates();
  }

  private static RunFolder create(RunStore store) {
    Configuration configuration =
        Configuration.of(Map.of("seed", "1", "epochs", "2", "dataset", "shapes"));
    return store.create(
        RunPlan.of(configuration), RunStatus.waiting(RunPurpose.SWEEP, "", OptionalInt.empty()));
  }
}
