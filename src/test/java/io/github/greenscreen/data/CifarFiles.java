package io.github.greenscreen.data;

import io.github.greenscreen.data.image.ImageSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Writes small folders in CIFAR's binary layouts, every record of one grey level. */
public final class CifarFiles {
  private CifarFiles() {}

  /**
   * Write CIFAR-10 with {@code each} records per file; record i of file f has label i modulo 10.
   */
  static Path cifar10(Path folder, int each) throws IOException {
    Files.createDirectories(folder);
    for (int f = 1; f <= 5; f++) {
      Files.write(folder.resolve("data_batch_" + f + ".bin"), records(1, each, 10, 10 * f));
    }
    Files.write(folder.resolve("test_batch.bin"), records(1, each, 10, 100));
    Files.writeString(
        folder.resolve("batches.meta.txt"),
        "airplane\nautomobile\nbird\ncat\ndeer\ndog\nfrog\nhorse\nship\ntruck\n\n");
    return folder;
  }

  /** Write CIFAR-100 with {@code training} and {@code test} records. */
  static Path cifar100(Path folder, int training, int test) throws IOException {
    Files.createDirectories(folder);
    Files.write(folder.resolve("train.bin"), records(2, training, 100, 0));
    Files.write(folder.resolve("test.bin"), records(2, test, 100, 50));
    StringBuilder names = new StringBuilder();
    for (int c = 0; c < 100; c++) {
      names.append("class").append(c).append('\n');
    }
    Files.writeString(folder.resolve("fine_label_names.txt"), names);
    return folder;
  }

  /** Make records whose red plane is {@code grey + i}, green one more, blue two more. */
  static byte[] records(int labelBytes, int count, int classes, int grey) {
    int length = labelBytes + 3072;
    byte[] bytes = new byte[count * length];
    for (int i = 0; i < count; i++) {
      int at = i * length;
      bytes[at] = (byte) (labelBytes == 2 ? i % 20 : 0);
      bytes[at + labelBytes - 1] = (byte) (i % classes);
      for (int p = 0; p < 3072; p++) {
        bytes[at + labelBytes + p] = (byte) (grey + i + p / 1024);
      }
    }
    return bytes;
  }

  /** Make an image set with {@code sizes[c]} black images of class c, class after class. */
  public static ImageSet blank(int... sizes) {
    int count = IntStream.of(sizes).sum();
    byte[] labels = new byte[count];
    List<String> classes = new ArrayList<>();
    int at = 0;
    for (int c = 0; c < sizes.length; c++) {
      classes.add("c" + c);
      Arrays.fill(labels, at, at + sizes[c], (byte) c);
      at += sizes[c];
    }
    return new ImageSet("blank", classes, new byte[count * ImageSet.IMAGE_BYTES], labels);
  }
}
