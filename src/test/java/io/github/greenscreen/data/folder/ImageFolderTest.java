package io.github.greenscreen.data.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.greenscreen.checksum.Sha256;
import io.github.greenscreen.data.image.DataException;
import io.github.greenscreen.data.image.GivenSplits;
import io.github.greenscreen.data.image.ImageSet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ImageFolderTest {
  private static final String EXPECTED =
      "expected class folders such as train/cat and train/dog, or cat and dog, with PNG or JPEG "
          + "files";

  @TempDir private Path temporary;
  private Path root;

  @BeforeEach
  void prepare() {
    root = temporary.resolve("pets");
  }

  @Test
  void read_plainFolder_ordersClassesAndFilesByCodePoint() throws IOException {
    ImageFiles.png(root.resolve("dog/b.png"), 0x030405);
    ImageFiles.png(root.resolve("dog/B.png"), 0x010203);
    ImageFiles.png(root.resolve("zebra/x.png"), 0x0A0B0C);
    ImageFiles.png(root.resolve("Cat/x.png"), 0x102030);

    ImageSet images = read(8);

    assertThat(images.name()).isEqualTo(root.toString());
    assertThat(images.classes()).containsExactly("Cat", "dog", "zebra");
    assertThat(images.labels()).containsExactly(0, 1, 1, 2);
    assertThat(images.given()).isEqualTo(GivenSplits.NONE);
    assertThat(colors(images)).containsExactly("102030", "010203", "030405", "0a0b0c");
  }

  @Test
  void read_parts_putsValidationAndTestLast() throws IOException {
    ImageFiles.png(root.resolve("test/cat/1.png"), 0x000005);
    ImageFiles.png(root.resolve("train/cat/1.png"), 0x000001);
    ImageFiles.png(root.resolve("train/dog/1.png"), 0x000002);
    ImageFiles.png(root.resolve("val/dog/1.png"), 0x000004);
    ImageFiles.png(root.resolve("val/cat/1.png"), 0x000003);

    ImageSet images = read(8);

    assertThat(images.classes()).containsExactly("cat", "dog");
    assertThat(images.given()).isEqualTo(new GivenSplits(2, 1));
    assertThat(images.labels()).containsExactly(0, 1, 0, 1, 0);
    assertThat(colors(images)).containsExactly("000001", "000002", "000003", "000004", "000005");
  }

  @Test
  void read_moreThan256Classes_keepsTheirLabels() throws IOException {
    for (int c = 0; c < 300; c++) {
      ImageFiles.png(root.resolve("c%03d/1.png".formatted(c)), c);
    }

    ImageSet images = read(8);

    assertThat(images.label(299)).isEqualTo(299);
    assertThat(colors(images).get(299)).isEqualTo("00012b");
  }

  @Test
  void read_filesOfFileManagersAndOtherFilesBeside_areIgnored() throws IOException {
    twoClasses();
    for (String name : List.of(".DS_Store", "Thumbs.db", "desktop.ini", "._1.png")) {
      Files.writeString(root.resolve("train/cat").resolve(name), "x");
    }
    Files.createDirectories(root.resolve("train/.ipynb_checkpoints"));
    Files.createDirectories(root.resolve("__MACOSX/train"));
    Files.writeString(root.resolve("README.md"), "x");
    Files.writeString(root.resolve("train/classes.txt"), "x");

    assertThat(read(8).size()).isEqualTo(2);
  }

  @Test
  void read_wrongExtension_goesByTheContent() throws IOException {
    twoClasses();
    Files.move(root.resolve("train/cat/1.png"), root.resolve("train/cat/1.jpg"));
    ImageFiles.jpeg(root.resolve("train/dog/2"), 0x808080);

    assertThat(colors(read(8))).containsExactly("010101", "020202", "808080");
  }

  @Test
  void read_linksToFilesAndFolders_followsThem() throws IOException {
    twoClasses();
    Path elsewhere = ImageFiles.png(temporary.resolve("elsewhere/a.png"), 0x070707);
    Files.createSymbolicLink(root.resolve("train/dog/2.png"), elsewhere);
    Files.createSymbolicLink(root.resolve("train/owl"), elsewhere.getParent());

    assertThat(read(8).classes()).containsExactly("cat", "dog", "owl");
    assertThat(colors(read(8))).containsExactly("010101", "020202", "070707", "070707");
  }

  @Test
  void read_everythingWrong_isReportedTogether() throws IOException {
    twoClasses();
    Files.writeString(root.resolve("train/cat/notes.txt"), "meow");
    Files.writeString(root.resolve("train/cat/old.png"), "GIF89a and so on");
    byte[] whole = Files.readAllBytes(root.resolve("train/dog/1.png"));
    Files.write(root.resolve("train/dog/cut.png"), Arrays.copyOf(whole, 40));
    Files.createFile(root.resolve("train/dog/nothing.jpg"));
    Files.createDirectories(root.resolve("train/dog/puppies"));
    Files.createSymbolicLink(root.resolve("train/dog/gone.png"), root.resolve("gone"));
    Files.createDirectories(root.resolve("train/emu"));
    ImageFiles.png(root.resolve("train/loose.PNG"), 0);
    ImageFiles.png(root.resolve("val/fox/1.png"), 0);
    Files.createDirectories(root.resolve("valid"));
    Files.createDirectories(root.resolve("extra"));
    Files.createDirectories(root.resolve("test"));

    fails()
        .withMessage(
            String.join(
                "\n",
                root + ": 13 files or folders cannot be used; repair or remove them:",
                "extra: unexpected folder, expected train, val, and test only",
                "test: the folder has no images",
                "train/cat/notes.txt: found another kind of file, expected PNG or JPEG",
                "train/cat/old.png: found a GIF image, expected PNG or JPEG",
                "train/dog/cut.png: the file ends early, so it is an incomplete copy",
                "train/dog/gone.png: a link to a missing file",
                "train/dog/nothing.jpg: the file is empty",
                "train/dog/puppies: a folder in a class folder, expected files only",
                "train/emu: the class folder is empty",
                "train/loose.PNG: an image outside the class folders",
                "val/fox: train has no class fox",
                "val: the folder has no images",
                "valid: unexpected folder; rename it to val"));
  }

  @Test
  void read_manyProblems_listsTwentyAndCountsTheOthers() throws IOException {
    twoClasses();
    for (int i = 10; i < 33; i++) {
      Files.createFile(root.resolve("train/cat/x" + i + ".png"));
    }

    fails()
        .withMessageStartingWith(
            root
                + ": 23 files or folders cannot be used; repair or remove them:\n"
                + "train/cat/x10.png: the file is empty\n")
        .withMessageEndingWith(
            "train/cat/x29.png: the file is empty\n"
                + "and 3 more; to list all, run: greenscreen data verify folder --data "
                + root);
  }

  @Test
  void read_oneProblem_isSaidInTheSingular() throws IOException {
    twoClasses();
    Files.createFile(root.resolve("train/cat/x.png"));

    fails()
        .withMessage(
            root
                + ": 1 file or folder cannot be used; repair or remove it:\n"
                + "train/cat/x.png: the file is empty");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Train", "training", "Validation", "dev", "testing"})
  void read_plainFolderWithTheNameOfAPart_isRefused(String name) throws IOException {
    ImageFiles.png(root.resolve(name + "/1.png"), 0);
    ImageFiles.png(root.resolve("zebra/1.png"), 0);

    String part = name.toLowerCase(Locale.ROOT).startsWith("tr") ? "train" : "test";
    part = name.startsWith("V") || name.equals("dev") ? "val" : part;
    fails().withMessageEndingWith("\n" + name + ": unexpected folder; rename it to " + part);
  }

  @Test
  void read_noClasses_saysWhatIsExpected() throws IOException {
    fails().withMessage(root + ": the folder does not exist; " + EXPECTED);

    Files.createDirectories(root);
    fails().withMessage(root + ": found no class folder, expected at least two; " + EXPECTED);

    ImageFiles.png(root.resolve("cat/1.png"), 0);
    fails().withMessage(root + ": found one class folder, cat, expected at least two; " + EXPECTED);

    ImageFiles.png(root.resolve("val/cat/1.png"), 0);
    fails().withMessage(root + ": the folder has no train folder beside val or test; " + EXPECTED);

    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> new ImageFolder(root.resolve("cat/1.png")).classes())
        .withMessage(root.resolve("cat/1.png") + ": this is a file, not a folder; " + EXPECTED);
  }

  @Test
  void read_controlCharacterInAClass_isRefused() throws IOException {
    twoClasses();
    ImageFiles.png(root.resolve("train/a\nb/1.png"), 0);

    fails()
        .withMessage(
            root.resolve("train")
                + ": the names of class folders have control characters or characters that the "
                + "locale cannot represent; rename them, or set LC_ALL=C.UTF-8");
  }

  @Test
  void read_again_takesThePixelsFromTheCache() throws IOException {
    twoClasses();
    ImageSet first = read(8);
    Path file = root.resolve("train/cat/1.png");
    FileTime changed = Files.getLastModifiedTime(file);
    Files.write(file, new byte[Math.toIntExact(Files.size(file))]);
    Files.setLastModifiedTime(file, changed);

    // A file of the same size and time is not decoded again.
    assertThat(read(8).pixels()).isEqualTo(first.pixels());
    // Images of another size are not those of the cache.
    fails(16).withMessageContaining("train/cat/1.png: found another kind of file");
  }

  @Test
  void read_changedFile_isDecodedAgain() throws IOException {
    twoClasses();
    read(8);
    Path file = ImageFiles.png(root.resolve("train/cat/1.png"), 0x090909);
    Files.setLastModifiedTime(file, FileTime.fromMillis(1_700_000_000_000L));

    assertThat(colors(read(8))).containsExactly("090909", "020202");

    ImageFiles.png(root.resolve("train/cat/2.png"), 0x0B0B0B);
    assertThat(colors(read(8))).containsExactly("090909", "0b0b0b", "020202");
  }

  @Test
  void read_damagedCache_isDecodedAgain() throws IOException {
    twoClasses();
    read(8);
    Path cached;
    try (var entries = Files.list(temporary.resolve("cache/folders"))) {
      cached = entries.findFirst().orElseThrow();
    }
    byte[] bytes = Files.readAllBytes(cached);
    bytes[bytes.length - 20]++;
    Files.write(cached, bytes);
    assertThat(colors(read(8))).containsExactly("010101", "020202");

    Files.write(cached, Arrays.copyOf(bytes, 150));
    assertThat(colors(read(8))).containsExactly("010101", "020202");
  }

  @Test
  void read_cacheThatCannotBeWritten_decodesEachTime() throws IOException {
    twoClasses();
    Files.writeString(temporary.resolve("cache"), "not a folder");

    assertThat(colors(read(8))).containsExactly("010101", "020202");
  }

  @Test
  void read_anotherFolder_dropsTheCacheOfVanishedOnes() throws IOException {
    twoClasses();
    read(8);
    Files.move(root, temporary.resolve("moved"));

    new ImageFolder(temporary.resolve("moved")).read(8, temporary.resolve("cache"), text -> {});

    try (var entries = Files.list(temporary.resolve("cache/folders"))) {
      assertThat(entries).hasSize(1);
    }
  }

  @Test
  void read_manyImages_announcesTheDecodingOnce() throws IOException {
    twoClasses();
    byte[] image = Files.readAllBytes(root.resolve("train/cat/1.png"));
    for (int i = 0; i < 1_998; i++) {
      Files.write(root.resolve("train/dog/more" + i + ".png"), image);
    }
    List<String> told = new ArrayList<>();

    new ImageFolder(root).read(8, temporary.resolve("cache"), told::add);
    new ImageFolder(root).read(8, temporary.resolve("cache"), told::add);

    assertThat(told)
        .containsExactly(
            "decoding the 2,000 images of "
                + root
                + " to 8x8 pixels; later runs read them from the cache");
  }

  @Test
  void isOne_foldersWithImages_isTrueForBothForms() throws IOException {
    assertThat(ImageFolder.isOne(root)).isFalse();
    Files.createDirectories(root.resolve("cat"));
    assertThat(ImageFolder.isOne(root)).isFalse();
    ImageFiles.jpeg(root.resolve("cat/1.jpeg"), 0);
    assertThat(ImageFolder.isOne(root)).isTrue();
    assertThat(ImageFolder.isOne(root.resolve("cat"))).isFalse();

    Path parts = temporary.resolve("parts");
    ImageFiles.png(parts.resolve("train/cat/1.png"), 0);
    assertThat(ImageFolder.isOne(parts)).isTrue();
  }

  @Test
  void summary_parts_countsWithoutReading() throws IOException {
    twoClasses();
    Files.createFile(root.resolve("train/dog/not-yet-decoded.png"));
    ImageFiles.png(root.resolve("test/dog/1.png"), 0);

    FolderSummary summary = new ImageFolder(root).summary();

    assertThat(summary.classes()).containsExactly("cat", "dog");
    assertThat(summary.training()).containsExactly(1, 2);
    assertThat(summary.validation()).isEmpty();
    assertThat(summary.test()).contains(List.of(0, 1));
  }

  @Test
  void verify_everyFolder_isCheckedAndSummed() throws IOException {
    twoClasses();
    Files.writeString(root.resolve("train/dog/x.txt"), "woof", StandardCharsets.UTF_8);
    Files.createDirectories(root.resolve("valid"));

    List<ClassFolderCheck> checks = new ImageFolder(root).verify();

    assertThat(checks)
        .extracting(ClassFolderCheck::name)
        .containsExactly("train/cat", "train/dog", "valid");
    assertThat(checks.get(0).images()).hasValue(1);
    assertThat(checks.get(0).problems()).isEmpty();
    assertThat(checks.get(1).images()).hasValue(1);
    assertThat(checks.get(1).problems())
        .containsExactly("train/dog/x.txt: found another kind of file, expected PNG or JPEG");
    assertThat(checks.get(2).problems())
        .containsExactly("valid: unexpected folder; rename it to val");
    String sum = Sha256.of(root.resolve("train/cat/1.png"));
    assertThat(checks.get(0).sha256())
        .isEqualTo(Sha256.of((sum + "  1.png\n").getBytes(StandardCharsets.UTF_8)));
  }

  private void twoClasses() throws IOException {
    ImageFiles.png(root.resolve("train/cat/1.png"), 0x010101);
    ImageFiles.png(root.resolve("train/dog/1.png"), 0x020202);
  }

  private ImageSet read(int side) {
    return new ImageFolder(root).read(side, temporary.resolve("cache"), text -> {});
  }

  private ThrowableAssertAlternative<DataException> fails() {
    return fails(8);
  }

  private ThrowableAssertAlternative<DataException> fails(int side) {
    return assertThatExceptionOfType(DataException.class).isThrownBy(() -> read(side));
  }

  /** Return the colour of the middle of each image. */
  private static List<String> colors(ImageSet images) {
    List<String> colors = new ArrayList<>();
    int plane = images.side() * images.side();
    int middle = (images.side() + 1) * images.side() / 2;
    for (int i = 0; i < images.size(); i++) {
      int at = i * images.imageBytes() + middle;
      colors.add(
          "%02x%02x%02x"
              .formatted(
                  images.pixels()[at],
                  images.pixels()[at + plane],
                  images.pixels()[at + 2 * plane]));
    }
    return colors;
  }
}
