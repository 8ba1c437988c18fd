package io.github.greenscreen.run.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.greenscreen.run.RunStore;
import io.github.greenscreen.run.model.AskTellStudy;
import io.github.greenscreen.run.model.RunFolderException;
import io.github.greenscreen.search.Trial;
import io.github.greenscreen.space.Configuration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AskTellStudyFileTest {
  private static final Configuration WHAT =
      Configuration.of(Map.of("lr", "1.5e-4", "augmentation", "None"));
  private static final AskTellStudy STUDY =
      new AskTellStudy(
          "random", -3, Map.of("epochs", "2"), List.of(Trial.pending(1, WHAT)), Set.of());

  @TempDir private Path folder;

  @Test
  void writeStudy_readAgain_isTheSame() {
    RunStore store = new RunStore(folder);
    Trial told =
        new Trial(
            2,
            WHAT,
            Trial.State.STOPPED,
            Map.of("val_accuracy", 1e-9, "power_W", 101.5),
            List.of());
    AskTellStudy study = STUDY.with(told);

    store.study().writeAsked(study);

    assertThat(store.study().readAsked()).contains(study);
  }

  @Test
  void writeStudy_namesAndValuesOfAnyProgram_areTheSame() {
    Configuration odd =
        Configuration.of(
            Map.of(
                "opt.lr",
                "1E-7",
                "data/a b",
                "\"5\"",
                "größe: #1",
                "[\"a\",{\"b\":1}]",
                "😀",
                "null",
                "true",
                "",
                "<<",
                "a\nb: 'c'",
                "- x",
                "{}",
                "1",
                "~"));
    Trial told =
        new Trial(
            2,
            odd,
            Trial.State.COMPLETED,
            Map.of("val/acc", 1e-300, "a: b", Double.NaN),
            List.of());
    AskTellStudy study = STUDY.withOwn(told);

    new RunStore(folder).study().writeAsked(study);

    assertThat(new RunStore(folder).study().readAsked()).contains(study);
    assertThat(study.own()).containsExactly(2);
  }

  @Test
  void with_trialThatIsThere_takesItsPlace() {
    Trial failed = Trial.pending(1, WHAT).as(Trial.State.FAILED);

    assertThat(STUDY.with(failed).trials()).containsExactly(failed);
  }

  @Test
  void readStudy_none_isEmpty() {
    assertThat(new RunStore(folder).study().readAsked()).isEmpty();
  }

  @Test
  void readStudy_broken_namesFileAndLine() throws IOException {
    Path file = folder.resolve("study.yaml");
    Files.writeString(file, "method: grid\nseed: 1\ntrials:\n  1:\n    state: done\n");
    assertThatThrownBy(() -> new RunStore(folder).study().readAsked())
        .isInstanceOf(RunFolderException.class)
        .hasMessageStartingWith(file + ":5: state \"done\"; expected one of pending, completed");
    Files.writeString(file, "method: grid\nseed: 1\ntrials:\n  first:\n    state: completed\n");
    assertThatThrownBy(() -> new RunStore(folder).study().readAsked())
        .hasMessage(file + ":5: first; expected trials numbered from 1");
    Files.writeString(file, "seed: 1\n");
    assertThatThrownBy(() -> new RunStore(folder).study().readAsked())
        .hasMessage(file + ": method is missing; expected a line method: …");
  }
}
