package io.github.greenscreen.cli.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.cli.CliFixture;
import io.github.greenscreen.cli.CliFixture.Outcome;
import io.github.greenscreen.data.folder.ImageFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Too few images are found before anything is written. */
final class DataSetPreflightTest {
  @TempDir private Path folder;
  private CliFixture cli;

  @BeforeEach
  void prepare() throws IOException {
    cli = new CliFixture(folder);
  }

  @ParameterizedTest
  @ValueSource(strings = {"train", "train --baseline", "sweep -n 2"})
  void limit_belowTheNumberOfClasses_isRefused(String command) {
    assertRefused(
        study(command + " --limit 5"),
        "shapes: a limit of 5 images is too low for its 10 classes; use at least 10");
  }

  @ParameterizedTest
  @ValueSource(strings = {"train", "sweep -n 2"})
  void limit_thatLeavesASplitEmpty_isRefused(String command) {
    assertRefused(
        study(command + " --limit 12 --set partitioning=90-5-5"),
        "shapes: 12 images divided 90-5-5 would give 11 training, 1 validation and 0 test "
            + "images; no part may be empty: use at least 14 images or another partitioning");
  }

  @Test
  void limit_smallButEnough_isAccepted() {
    Outcome outcome = study("train --limit 14 --set partitioning=90-5-5 --epochs 1");

    assertThat(outcome.code()).as(outcome.err()).isZero();
  }

  @Test
  void val_givenAndJoined_isAnnounced() throws IOException {
    for (String split : List.of("train", "val")) {
      ImageFiles.png(folder.resolve("pets/" + split + "/cat/1.png"), 7);
      ImageFiles.png(folder.resolve("pets/" + split + "/dog/1.png"), 7);
    }
    assertThat(joined())
        .containsExactly(
            "@/pets: the images of the folder val are trained on too; without a folder test,"
                + " nothing measures the trained network");

    ImageFiles.png(folder.resolve("pets/test/cat/1.png"), 7);
    assertThat(joined()).containsExactly("@/pets: the images of the folder val are trained on too");
  }

  private List<String> joined() {
    List<String> lines = new ArrayList<>();
    Optional<Path> pets = Optional.of(folder.resolve("pets"));
    new DataSetPreflight(pets, OptionalInt.empty(), 22, lines::add)
        .of("folder", List.of("80+10-10"), List.of("16"));
    return lines.stream().map(line -> line.replace(folder.toString(), "@")).toList();
  }

  private Outcome study(String command) {
    return cli.run(command + " --runs @/runs --dataset shapes --config @/config.yaml");
  }

  private void assertRefused(Outcome outcome, String sentence) {
    assertThat(outcome.err()).isEqualTo("greenscreen: " + sentence + "\n");
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(folder.resolve("runs")).doesNotExist();
  }
}
