package io.github.greenscreen.data.cifar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The two official binary layouts of CIFAR: file names, record format, and archive. */
@SuppressWarnings("ImmutableEnumChecker") // a record of numbers and List.of are immutable
public enum CifarLayout {
  CIFAR10(
      "cifar10",
      "cifar-10",
      new CifarRecordFormat(1, 10, 0),
      "cifar-10-batches-bin",
      List.of(
          "data_batch_1.bin",
          "data_batch_2.bin",
          "data_batch_3.bin",
          "data_batch_4.bin",
          "data_batch_5.bin"),
      "test_batch.bin",
      "batches.meta.txt",
      "c4a38c50a1bc5f3a1c5537f2155ab9d68f9f25eb1ed8d9ddda3db29a59bca1dd"),
  CIFAR100(
      "cifar100",
      "cifar-100",
      new CifarRecordFormat(2, 100, 20),
      "cifar-100-binary",
      List.of("train.bin"),
      "test.bin",
      "fine_label_names.txt",
      "58a81ae192c23a4be8b1804d68e518ed807d710a4eb253b1f2a199162a40d8ec");

  private final String configName;
  private final String archiveStem;
  private final CifarRecordFormat form;
  private final String folder;
  private final List<String> trainingFiles;
  private final String testFile;
  private final String namesFile;
  private final String archiveSha256;

  CifarLayout(
      String configName,
      String archiveStem,
      CifarRecordFormat form,
      String folder,
      List<String> trainingFiles,
      String testFile,
      String namesFile,
      String archiveSha256) {
    this.configName = configName;
    this.archiveStem = archiveStem;
    this.form = form;
    this.folder = folder;
    this.trainingFiles = trainingFiles;
    this.testFile = testFile;
    this.namesFile = namesFile;
    this.archiveSha256 = archiveSha256;
  }

  /** Find the layout of the data set {@code name}. */
  public static Optional<CifarLayout> find(String name) {
    return List.of(values()).stream().filter(layout -> layout.configName.equals(name)).findFirst();
  }

  /** Return the name of the data set on the command line, {@code cifar10}. */
  public String configName() {
    return configName;
  }

  /** Return the format of an image in the files. */
  public CifarRecordFormat form() {
    return form;
  }

  /** Return the name of the folder in the archive that holds the files. */
  public String folder() {
    return folder;
  }

  List<String> trainingFiles() {
    return trainingFiles;
  }

  String testFile() {
    return testFile;
  }

  String namesFile() {
    return namesFile;
  }

  /** Return all files that a whole data set has: training, test, names of classes. */
  public List<String> files() {
    List<String> files = new ArrayList<>(trainingFiles);
    files.add(testFile);
    files.add(namesFile);
    return files;
  }

  /**
   * Return whether {@code file}, one of {@link #files}, holds images rather than names of classes.
   */
  public boolean holdsRecords(String file) {
    return !file.equals(namesFile);
  }

  /** Return the file name of the official archive. */
  public String archive() {
    return archiveStem + "-binary.tar.gz";
  }

  /** Return the SHA-256 checksum of the official archive in hexadecimal digits. */
  public String archiveSha256() {
    return archiveSha256;
  }
}
