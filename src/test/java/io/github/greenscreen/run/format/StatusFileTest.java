package io.github.greenscreen.run.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.greenscreen.run.model.ModelSaving;
import io.github.greenscreen.run.model.RunFolderException;
import io.github.greenscreen.run.model.RunPurpose;
import io.github.greenscreen.run.model.RunState;
import io.github.greenscreen.run.model.RunStatus;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class StatusFileTest {
  private static final Path FILE = Path.of("runs", "003", "status.yaml");
  private static final RunStatus WAITING =
      RunStatus.waiting(RunPurpose.FINAL, "", OptionalInt.empty());

  @Test
  void format_ofWaitingRun_leavesOutWhatIsEmpty() {
    assertThat(StatusFile.format(WAITING))
        .isEqualTo("state: waiting\npurpose: final\nattempts: 0\n");
    assertThat(StatusFile.parse(FILE, StatusFile.format(WAITING))).isEqualTo(WAITING);
  }

  @Test
  void format_ofEffectiveValue_addsTheEnding() {
    RunStatus status = WAITING.withEffective(Map.of("precision", "bfloat16"));
    assertThat(StatusFile.format(status)).endsWith("attempts: 0\nprecision_effective: bfloat16\n");
  }

  @Test
  void format_entryWithATakenName_isRefused() {
    RunStatus status = WAITING.withEnvironment(Map.of("state", "x"));
    assertThatThrownBy(() -> StatusFile.format(status))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("an entry may not be called state");
  }

  @Test
  void format_ofEveryStateAndPurpose_isReadBack() {
    for (RunState state : RunState.values()) {
      for (RunPurpose purpose : RunPurpose.values()) {
        RunStatus status =
            RunStatus.waiting(purpose, "", OptionalInt.of(0)).with(state, "because: of\nthat");
        assertThat(StatusFile.parse(FILE, StatusFile.format(status))).isEqualTo(status);
      }
    }
  }

  @Test
  void format_ofEverySaving_isReadBack() {
    for (ModelSaving saving : ModelSaving.values()) {
      RunStatus status = WAITING.withSaving(saving);
      assertThat(StatusFile.format(status))
          .endsWith("attempts: 0\nsave_models: %s\n".formatted(saving.configName()));
      assertThat(StatusFile.parse(FILE, StatusFile.format(status))).isEqualTo(status);
    }
  }

  @Test
  void parse_ofBrokenFile_namesFileLineAndExpectation() {
    assertBroken(
        "state: runing\npurpose: sweep\n",
        ":1: state \"runing\"; expected one of waiting, running, completed, stopped, failed,"
            + " interrupted, incomplete (did you mean \"running\"?)");
    assertBroken("state: failed\n", ": purpose is missing; expected a line purpose: …");
    assertBroken(
        "state: failed\npurpose: final\nstarted: soon\n",
        ":3: started \"soon\"; expected a moment such as 2026-01-31T12:00:00Z");
    assertBroken(
        "state: failed\npurpose: final\nattempts: -1\n",
        ":3: attempts \"-1\"; expected a whole number");
    assertBroken(
        "state: failed\npurpose: final\nsave_models: bets\n",
        ":3: save_models \"bets\"; expected one of best, all, none (did you mean \"best\"?)");
    assertBroken(
        "state: failed\npurpose: final\nseconds: 3\n",
        ":3: seconds is a single value; expected indented lines");
    assertBroken(
        "state: failed\npurpose: final\nseconds:\n  load: x\n",
        ":4: load \"x\"; expected a number");
    assertBroken(
        "state: failed\npurpose: final\nhost: {a: 1}\n",
        ":3: found a mapping; expected a single value for host");
  }

  private static void assertBroken(String content, String problem) {
    assertThatThrownBy(() -> StatusFile.parse(FILE, content))
        .isInstanceOf(RunFolderException.class)
        .hasMessage(FILE + problem);
  }
}
