package io.github.greenscreen;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.Shell.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program does the same wherever its user lives. */
final class LocaleIT {
  @TempDir private Path folder;

  @Test
  void train_arabicDigitsAndALocaleThatIsNotInstalled_writesTheSameFiles() throws Exception {
    // The name of the runs folder has an umlaut and a blank; the build itself may not know umlauts.
    Path script =
        Shell.script(
            folder.resolve("script.sh"),
            "runs=$(printf 'L\\303\\244ufe eins')",
            "\"$1\" train --runs=\"$runs\" --dataset=shapes --limit=100 --epochs=1 \\",
            "  --set=model=resnet20 --set=precision=float32 --set=batch_size=32 &&",
            "mv \"$runs\" plain");
    Outcome outcome =
        Shell.run(
            folder,
            Map.of(
                "CUDA_VISIBLE_DEVICES",
                "",
                "LC_ALL",
                "ar_XX.UTF-8",
                "GREENSCREEN_OPTS",
                "-Duser.language=ar -Duser.country=EG -Duser.extensions=nu-arab"),
            List.of(script.toString(), Distribution.program().toString()));

    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(outcome.err()).contains("training 269,722 parameters");
    assertThat(Files.readString(folder.resolve("plain/001/logs.csv")))
        .containsPattern("\n0,[0-9]{4}-[0-9-]{5} [0-9:]{8},[0-9]+[.][0-9]{6},");
  }
}
