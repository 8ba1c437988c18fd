package io.github.greenscreen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.cli.CliFixture.Outcome;
import io.github.greenscreen.data.folder.ImageFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands on a folder of class folders with images. */
final class FolderOfImagesTest {
  @TempDir private Path folder;
  private CliFixture cli;

  @BeforeEach
  void prepare() throws IOException {
    cli = new CliFixture(folder);
    for (int i = 0; i < 10; i++) {
      ImageFiles.png(folder.resolve("pets/train/cat/%d.png".formatted(i)), i);
      ImageFiles.png(folder.resolve("pets/train/dog/%d.png".formatted(i)), 100 + i);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"train", "train --dataset folder", "sweep -n 1"})
  void data_ofClassFolders_isTheDataSet(String command) throws IOException {
    Outcome outcome = study(command + " --data @/pets");

    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(parameters()).contains("dataset: folder\n").contains("image_size: 32\n");
    assertThat(Files.readString(folder.resolve("runs/001/status.yaml")))
        .contains("data: " + folder.resolve("pets"));
  }

  @Test
  void sweep_resumed_keepsTheFolder() throws IOException {
    assertThat(study("sweep -n 1 --data @/pets --set image_size=16").code()).isZero();

    Outcome outcome = study("sweep --resume -n 2 --data @/pets");

    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(Files.readString(folder.resolve("runs/002/parameters.yaml")))
        .contains("dataset: folder\n")
        .contains("image_size: 16\n");
  }

  @Test
  void val_givenAlone_isAnnouncedWithoutATest() throws IOException {
    ImageFiles.png(folder.resolve("pets/val/dog/1.png"), 7);

    Outcome outcome = study("train --data @/pets");

    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(outcome.err())
        .startsWith(
            "@/pets: the folder val holds the validation images; partitioning has no effect, and "
                + "without a folder test there is no test accuracy\n");
  }

  @Test
  void valAndTest_given_areAnnounced() throws IOException {
    ImageFiles.png(folder.resolve("pets/val/dog/1.png"), 7);
    ImageFiles.png(folder.resolve("pets/test/cat/1.png"), 7);

    assertThat(study("train --data @/pets").err())
        .startsWith(
            "@/pets: the folders val and test hold the validation and test images; partitioning "
                + "has no effect\n");
  }

  @Test
  void test_givenAlone_isAnnounced() throws IOException {
    ImageFiles.png(folder.resolve("pets/test/cat/1.png"), 7);

    assertThat(study("train --data @/pets").err())
        .startsWith(
            "@/pets: the folder test holds the test images; the test share of partitioning has no "
                + "effect\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sweep -n 2", "study -n 2"})
  void partitioning_searchedBesideVal_isRefusedBeforeAnyRun(String command) throws IOException {
    ImageFiles.png(folder.resolve("pets/val/dog/1.png"), 7);
    Files.writeString(
        folder.resolve("config.yaml"),
        "  partitioning: {values: [80-10-10, 60-20-20]}\n",
        StandardOpenOption.APPEND);

    Outcome outcome = cli.run(command + " --runs @/runs --config @/config.yaml --data @/pets");

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err())
        .isEqualTo(
            "greenscreen: @/pets: the folder val holds the validation images, so partitioning has "
                + "no effect, but it has 2 values: 80-10-10, 60-20-20; fix it, for instance with "
                + "--set partitioning=80-10-10\n");
    assertThat(folder.resolve("runs/001")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"train", "sweep -n 1", "study -n 1", "doctor --estimate"})
  void images_thatCannotBeUsed_areListedBeforeAnyRun(String command) throws IOException {
    Files.writeString(folder.resolve("pets/train/cat/notes.txt"), "meow");
    Files.createFile(folder.resolve("pets/train/dog/empty.jpg"));
    String runs = command.startsWith("doctor") ? "" : " --runs @/runs";

    Outcome outcome = cli.run(command + " --config @/config.yaml --data @/pets" + runs);

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err())
        .isEqualTo(
            """
            greenscreen: @/pets: 2 files or folders cannot be used; repair or remove them:
            greenscreen: train/cat/notes.txt: found another kind of file, expected PNG or JPEG
            greenscreen: train/dog/empty.jpg: the file is empty
            """);
    assertThat(folder.resolve("runs/001")).doesNotExist();
  }

  @Test
  void imageSize_thatDoesNotFit_isRefusedBeforeAnyRun() {
    Outcome outcome = cli.run("train --config @/config.yaml --runs @/runs --set image_size=1024");

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err())
        .startsWith("greenscreen: shapes: 4,000 images of 1024x1024 pixels need 11.7 GiB, but ");
    assertThat(folder.resolve("runs")).doesNotExist();
  }

  @Test
  void imageSize_thatTheNetworkCannotRead_isRefusedBeforeAnyRun() {
    Outcome outcome = study("train --data @/pets --set image_size=18 --set model=vit_tiny");

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err())
        .isEqualTo(
            "greenscreen: model vit_tiny reads patches of 4x4 pixels, but image_size is 18; use a "
                + "multiple of 4, such as --set image_size=16\n");
  }

  @Test
  void space_ofAFolder_hasNetworksOfItsClassesAndSizes() {
    String command = "space --config @/config.yaml --set model=resnet20";

    Outcome outcome = cli.run(command + " --set image_size=16 --data @/pets");

    assertThat(outcome.out())
        .contains("dataset          1  folder    (constant)")
        .contains("image_size       1  16        (constant)")
        .contains("resnet20     269,202               10,");
    assertThat(cli.run(command + " --dataset folder").out())
        .contains("\nthe sizes of networks depend on the classes; pass their folder with --data\n");
    assertThat(cli.run(command + " --data @/pets --dataset shapes").err())
        .isEqualTo(
            "greenscreen: --data: the classes of shapes are known without its folder; remove the "
                + "option\n");
  }

  @Test
  void space_ofSeveralSizes_hasARowForEach() throws IOException {
    Files.writeString(
        folder.resolve("config.yaml"),
        "  image_size: {values: [16, 32]}\n",
        StandardOpenOption.APPEND);

    assertThat(cli.run("space --config @/config.yaml").out())
        .contains("\nresnet20, 16x16 pixels     269,722")
        .contains("\nresnet20, 32x32 pixels     269,722");
  }

  @Test
  void space_pinnedToWhatOursCannotTrain_saysWhy() {
    Outcome outcome =
        cli.run("space --config @/config.yaml --set image_size=18 --set model=vit_tiny");

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err())
        .isEqualTo(
            "greenscreen: model vit_tiny reads patches of 4x4 pixels, but image_size is 18; use a "
                + "multiple of 4, such as --set image_size=16\n");
  }

  @Test
  void dataInfo_folder_countsEveryClassOfEachPart() throws IOException {
    ImageFiles.png(folder.resolve("pets/val/dog/1.png"), 7);

    assertThat(cli.run("data info folder --data @/pets").out())
        .isEqualTo(
            """
            folder: 20 training and 1 validation images in 2 classes, in @/pets

            class  training  validation
            -----  --------  ----------
            cat          10           0
            dog          10           1
            """);
  }

  @Test
  void dataVerify_folder_listsEverythingWrong() throws IOException {
    for (int i = 10; i < 40; i++) {
      Files.createFile(folder.resolve("pets/train/cat/x%d.png".formatted(i)));
    }

    Outcome outcome = cli.run("data verify folder --data @/pets");

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err())
        .startsWith("greenscreen: train/cat/x10.png: the file is empty\n")
        .endsWith("train/cat/x39.png: the file is empty\n")
        .hasLineCount(30);
    assertThat(outcome.out()).contains("train/cat").contains("train/dog");
  }

  @Test
  void data_folder_isListedWithTheOthers() {
    assertThat(cli.run("data --data @/pets").out()).contains("ok  folder    20 training images");
    assertThat(cli.run("data").out()).doesNotContain("  folder  ");
  }

  @Test
  void doctor_estimate_countsTheGivenSplits() throws IOException {
    ImageFiles.png(folder.resolve("pets/val/dog/1.png"), 7);

    Outcome outcome = cli.run("doctor --estimate -n 1 --config @/config.yaml --data @/pets");

    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(outcome.out()).contains("for 2 runs on 21 images");
  }

  @Test
  void report_folder_hasItsName() {
    assertThat(study("train --baseline --data @/pets").code()).isZero();
    assertThat(study("sweep -n 3 --data @/pets").code()).isZero();

    assertThat(cli.run("analyze --runs @/runs --report @/report").code()).isZero();
    assertThat(cli.run("report --runs @/runs --report @/report").code()).isZero();
    assertThat(folder.resolve("report/greenscreen.html")).content().contains("ResNet-20 on pets");
  }

  private String parameters() throws IOException {
    return Files.readString(folder.resolve("runs/001/parameters.yaml"));
  }

  private Outcome study(String command) {
    return cli.run(command + " --runs @/runs --config @/config.yaml");
  }
}
