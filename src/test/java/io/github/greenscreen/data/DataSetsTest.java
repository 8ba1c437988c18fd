package io.github.greenscreen.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.greenscreen.SharedData;
import io.github.greenscreen.data.folder.ImageFiles;
import io.github.greenscreen.data.image.DataException;
import io.github.greenscreen.data.image.ImageSet;
import io.github.greenscreen.data.split.ClassIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DataSetsTest {
  private static final String CIFAR10_FILES =
      "data_batch_1.bin, data_batch_2.bin, data_batch_3.bin, data_batch_4.bin, data_batch_5.bin,"
          + " test_batch.bin, batches.meta.txt";

  @TempDir private Path folder;

  @Test
  void classes_ofEachDataSet_areKnown() {
    assertThat(DataSets.classes("cifar10")).hasValue(10);
    assertThat(DataSets.classes("cifar100")).hasValue(100);
    assertThat(DataSets.classes("shapes")).hasValue(10);
    assertThat(DataSets.classes("mnist")).isEmpty();
  }

  @Test
  void open_cifar10_readsTrainingFilesInOrder() throws IOException {
    CifarFiles.cifar10(folder, 12);

    ImageSet images = DataSets.open("cifar10", Optional.of(folder));

    assertThat(images.name()).isEqualTo("cifar10");
    assertThat(images.size()).isEqualTo(60);
    assertThat(images.classes()).hasSize(10).startsWith("airplane").endsWith("truck");
    assertThat(images.labels()).startsWith(new short[] {0, 1, 2}).endsWith(new short[] {9, 0, 1});
    // Record 3 of file 2: red 20 + 3, then green and blue one more each.
    int at = 15 * 3072;
    assertThat(images.pixels()[at]).isEqualTo((byte) 23);
    assertThat(images.pixels()[at + 1023]).isEqualTo((byte) 23);
    assertThat(images.pixels()[at + 1024]).isEqualTo((byte) 24);
    assertThat(images.pixels()[at + 3071]).isEqualTo((byte) 25);
  }

  @Test
  void open_parentOfOfficialFolder_findsIt() throws IOException {
    CifarFiles.cifar10(folder.resolve("cifar-10-batches-bin"), 1);
    CifarFiles.cifar100(folder.resolve("cifar-100-binary"), 3, 1);

    assertThat(DataSets.open("cifar10", Optional.of(folder)).size()).isEqualTo(5);
    assertThat(DataSets.open("cifar100", Optional.of(folder)).size()).isEqualTo(3);
  }

  @Test
  void open_batchCutBetweenRecords_namesIt() throws IOException {
    CifarFiles.cifar10(folder, 4);
    cut(folder.resolve("data_batch_3.bin"), 2 * 3073);

    fails("cifar10", folder)
        .withMessage(
            folder.resolve("data_batch_3.bin")
                + ": the file contains 2 images, others of its kind 4, so it is truncated; "
                + "copy it again or run: greenscreen data fetch cifar10");
  }

  @Test
  void open_testImagesMissingOrCut_namesTheirFile() throws IOException {
    CifarFiles.cifar10(folder, 2);
    Path test = folder.resolve("test_batch.bin");
    cut(test, 100);
    fails("cifar10", folder).withMessageStartingWith(test + ": 100 bytes are not a multiple");

    Files.delete(test);
    fails("cifar10", folder).withMessageStartingWith(test + ": the file is missing");
  }

  @Test
  void open_cifar100_usesFineLabels() throws IOException {
    CifarFiles.cifar100(folder, 60, 5);

    ImageSet images = DataSets.open("cifar100", Optional.of(folder));

    assertThat(images.classes()).hasSize(100);
    assertThat(images.label(59)).isEqualTo(59);
    assertThat(images.pixels()[59 * 3072]).isEqualTo((byte) 59);
  }

  @Test
  void openTest_readsTestImagesAlone() throws IOException {
    CifarFiles.cifar10(folder, 3);

    ImageSet images = DataSets.openTest("cifar10", Optional.of(folder));

    assertThat(images.size()).isEqualTo(3);
    assertThat(images.pixels()[0]).isEqualTo((byte) 100);
    assertThat(DataSets.openTest("shapes", Optional.empty()).size()).isZero();
  }

  @Test
  void open_unknownName_namesNearest() {
    fails("cifar11", folder)
        .withMessage(
            "unknown data set \"cifar11\"; expected one of cifar10, cifar100, shapes, folder (did you mean"
                + " \"cifar10\"?)");
  }

  @Test
  void open_nothingInCache_saysHowToFetch() {
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> DataSets.open("cifar10", Optional.empty(), folder))
        .withMessage(
            folder.resolve("cifar-10-batches-bin")
                + ": cifar10 is not in the cache folder; run: greenscreen data fetch "
                + "cifar10, or pass its folder with --data");
  }

  @Test
  void open_cached_readsCache() throws IOException {
    CifarFiles.cifar10(folder.resolve("cifar-10-batches-bin"), 1);

    assertThat(DataSets.open("cifar10", Optional.empty(), folder).size()).isEqualTo(5);
  }

  @Test
  void open_missingFolder_saysSo() {
    Path missing = folder.resolve("no");

    fails("cifar10", missing).withMessage(notFound(missing, "the folder does not exist"));
  }

  @Test
  void open_fileInsteadOfFolder_saysSo() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));

    fails("cifar10", file).withMessage(notFound(file, "this is a file, not a folder"));
  }

  @Test
  void open_emptyFolder_saysSo() {
    fails("cifar10", folder).withMessage(notFound(folder, "the folder is empty"));
  }

  @Test
  void open_otherDataSet_namesBoth() throws IOException {
    CifarFiles.cifar100(folder, 1, 1);

    fails("cifar10", folder)
        .withMessage(notFound(folder, "the folder contains cifar100, not cifar10"));
  }

  @Test
  void open_otherDataSetBelow_namesBoth() throws IOException {
    CifarFiles.cifar10(folder.resolve("cifar-10-batches-bin"), 1);

    fails("cifar100", folder)
        .withMessage(
            folder
                + ": the folder contains cifar10, not cifar100; expected train.bin, "
                + "test.bin, fine_label_names.txt, here or in cifar-100-binary: pass the "
                + "right folder with --data or run: greenscreen data fetch cifar100");
  }

  @Test
  void open_pythonVersion_saysSo() throws IOException {
    Files.createFile(folder.resolve("data_batch_1"));

    fails("cifar10", folder)
        .withMessage(
            notFound(
                folder,
                "the folder contains the Python version of the data set, not the binary version"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "train/cat/1.png test/cat/1.png|folders test and train with images (the form of "
            + "torchvision's ImageFolder, which --dataset folder reads)",
        "train/1.JPG val/1.jpeg|folders train and val with images (the form of torchvision's "
            + "ImageFolder, which --dataset folder reads)",
        "airplane/1.png bird/2.png cat/3.png notes.txt|folders airplane, bird and cat with images"
            + " (the form of torchvision's ImageFolder, which --dataset folder reads)",
        "a/1.png b/1.png c/1.png d/1.png e/1.png f/1.png g/1.png|folders a, b, c, d, e and 2 more "
            + "with images (the form of torchvision's ImageFolder, which --dataset folder reads)",
        "images/cat/1.webp|a folder images with images (the form of torchvision's ImageFolder)",
        "1.png labels.csv|images such as 1.png",
        "train|the Python version of the data set",
        "cifar-10-batches-py/data_batch_1|the Python version of the data set",
        "cifar-100-python/train|the Python version of the data set",
        "data_batch_1.mat|the MATLAB version of the data set",
      })
  void open_otherForm_isNamed(String files, String form) throws IOException {
    for (String file : files.split(" ", -1)) {
      Path path = folder.resolve(file);
      Files.createDirectories(path.getParent());
      Files.createFile(path);
    }

    fails("cifar10", folder)
        .withMessage(notFound(folder, "the folder contains " + form + ", not the binary version"));
  }

  @Test
  void open_foldersWithoutPictures_areListed() throws IOException {
    Files.createDirectories(folder.resolve("train"));
    Files.createFile(Files.createDirectories(folder.resolve("test")).resolve("0.parquet"));

    fails("cifar10", folder).withMessage(notFound(folder, "the folder contains test, train"));
  }

  @Test
  void open_packedArchive_saysSo() throws IOException {
    Files.createFile(folder.resolve("cifar-10-binary.tar.gz"));

    fails("cifar10", folder)
        .withMessage(
            notFound(folder, "the folder contains only the packed archive cifar-10-binary.tar.gz"));
  }

  @Test
  void open_foreignFiles_namesSome() throws IOException {
    for (String name : new String[] {"a", "b", "c", "d", "e", "f", "g"}) {
      Files.createFile(folder.resolve(name));
    }

    fails("cifar10", folder)
        .withMessage(notFound(folder, "the folder contains a, b, c, d, e and 2 more"));
  }

  @Test
  void open_missingBatch_namesIt() throws IOException {
    CifarFiles.cifar10(folder, 2);
    Files.delete(folder.resolve("data_batch_3.bin"));

    fails("cifar10", folder)
        .withMessage(
            folder.resolve("data_batch_3.bin")
                + ": the file is missing, cifar10 needs "
                + CIFAR10_FILES
                + "; copy it again or run: greenscreen data fetch cifar10");
  }

  @Test
  void open_truncatedBatch_namesIt() throws IOException {
    CifarFiles.cifar10(folder, 2);
    cut(folder.resolve("data_batch_5.bin"), 6000);

    fails("cifar10", folder)
        .withMessage(
            folder.resolve("data_batch_5.bin")
                + ": 6,000 bytes are not a multiple of the record size of 3,073 bytes; the "
                + "file is truncated or not cifar10; copy it again or run: greenscreen data "
                + "fetch cifar10");
  }

  @Test
  void open_emptyBatch_namesIt() throws IOException {
    CifarFiles.cifar10(folder, 2);
    cut(folder.resolve("data_batch_1.bin"), 0);

    fails("cifar10", folder)
        .withMessage(
            folder.resolve("data_batch_1.bin")
                + ": the file is empty, expected records of 3,073 bytes; copy it again or run:"
                + " greenscreen data fetch cifar10");
  }

  @Test
  void open_labelOutOfRange_namesRecord() throws IOException {
    CifarFiles.cifar10(folder, 2);
    byte[] records = CifarFiles.records(1, 2, 10, 0);
    records[3073] = (byte) 200;
    Files.write(folder.resolve("data_batch_2.bin"), records);

    fails("cifar10", folder)
        .withMessage(
            folder.resolve("data_batch_2.bin")
                + ": record 2 has label 200, expected 0 to 9; the file is damaged or belongs to"
                + " another data set: copy or fetch it again");
  }

  @Test
  void open_coarseLabelOutOfRange_namesRecord() throws IOException {
    CifarFiles.cifar100(folder, 2, 1);
    byte[] records = CifarFiles.records(2, 2, 100, 0);
    records[0] = 20;
    Files.write(folder.resolve("train.bin"), records);

    fails("cifar100", folder)
        .withMessage(
            folder.resolve("train.bin")
                + ": record 1 has coarse label 20, expected 0 to 19; the file is damaged or"
                + " belongs to another data set: copy or fetch it again");
  }

  @Test
  void open_wrongNumberOfClassNames_namesFile() throws IOException {
    CifarFiles.cifar10(folder, 2);
    Files.writeString(folder.resolve("batches.meta.txt"), "airplane\ncat\n");

    fails("cifar10", folder)
        .withMessage(
            folder.resolve("batches.meta.txt")
                + ": found 2 class names, expected 10; copy it again or run: greenscreen "
                + "data fetch cifar10");
  }

  @Test
  void open_realExcerpt_isBalanced() {
    Path real = SharedData.folder("data/cifar-10-batches-bin");

    ImageSet images = DataSets.open("cifar10", Optional.of(real));

    assertThat(images.size()).isEqualTo(10_000);
    assertThat(ClassIndex.sizes(images)).hasSize(10).doesNotContain(0);
    assertThat(DataSets.openTest("cifar10", Optional.of(real)).size()).isEqualTo(2_000);
  }

  private static String notFound(Path folder, String found) {
    return ("%s: %s; expected %s, here or in cifar-10-batches-bin: pass the right folder with "
            + "--data or run: greenscreen data fetch cifar10")
        .formatted(folder, found, CIFAR10_FILES);
  }

  private static void cut(Path file, int length) throws IOException {
    Files.write(file, Arrays.copyOf(Files.readAllBytes(file), length));
  }

  private static ThrowableAssertAlternative<DataException> fails(String name, Path folder) {
    return assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> DataSets.open(name, Optional.of(folder)));
  }

  @Test
  void open_folder_readsItAtTheSize() throws IOException {
    ImageFiles.png(folder.resolve("pets/cat/1.png"), 50, 20, 0x102030);
    ImageFiles.png(folder.resolve("pets/dog/1.png"), 20, 50, 0x405060);

    ImageSet images =
        DataSets.open(
            "folder",
            Optional.of(folder.resolve("pets")),
            folder.resolve("cache"),
            24,
            sentence -> {});

    assertThat(images.side()).isEqualTo(24);
    assertThat(images.size()).isEqualTo(2);
    assertThat(images.pixels()[3 * 24 * 24 - 1]).isEqualTo((byte) 0x30);
    assertThat(DataSets.classes("folder", Optional.of(folder.resolve("pets")))).hasValue(2);
    assertThat(DataSets.classes("folder", Optional.of(folder.resolve("pets/cat")))).isEmpty();
    assertThat(DataSets.classes("folder")).isEmpty();
  }

  @Test
  void open_folderThatIsCifar_saysHowToReadIt() throws IOException {
    CifarFiles.cifar10(folder, 1);

    fails("folder", folder)
        .withMessage(
            folder + ": the folder contains cifar10, not class folders; use --dataset cifar10");
    assertThat(DataSets.isFolderOfImages(folder)).isFalse();
  }

  @Test
  void open_folderThatIsNotGiven_isRefused() {
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> DataSets.open("folder", Optional.empty()))
        .withMessage(
            "dataset folder: no folder is given; pass the folder of the class folders with "
                + "--data");
  }

  /** Each image has one colour per channel, which resizing keeps. */
  @Test
  void open_cifarAtAnotherSize_resizesIt() throws IOException {
    CifarFiles.cifar10(folder, 2);

    ImageSet images = DataSets.open("cifar10", Optional.of(folder), 40);

    assertThat(images.side()).isEqualTo(40);
    assertThat(images.pixels()).hasSize(10 * 3 * 40 * 40);
    int at = 3 * 3 * 1600;
    assertThat(images.pixels()[at]).isEqualTo((byte) 21);
    assertThat(images.pixels()[at + 1600]).isEqualTo((byte) 22);
    assertThat(images.pixels()[at + 4799]).isEqualTo((byte) 23);
    assertThat(images.labels()).startsWith(new short[] {0, 1, 0});
  }
}
