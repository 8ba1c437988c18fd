package io.github.greenscreen.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.checksum.Sha256;
import io.github.greenscreen.data.cifar.CifarFolder;
import io.github.greenscreen.data.cifar.CifarLayout;
import io.github.greenscreen.data.shapes.ShapeImages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DataSetVerifierTest {
  @TempDir private Path folder;

  @BeforeEach
  void prepare() throws IOException {
    CifarFiles.cifar10(folder, 2);
  }

  @Test
  void verify_wholeFolder_findsEveryFileFine() throws IOException {
    List<FileCheck> checks = verify();

    assertThat(checks).hasSize(7).allMatch(FileCheck::fine);
    FileCheck first = checks.get(0);
    assertThat(first.file()).isEqualTo("data_batch_1.bin");
    assertThat(first.bytes()).hasValue(6146);
    assertThat(first.records()).hasValue(2);
    assertThat(first.sha256())
        .contains(Sha256.of(Files.readAllBytes(folder.resolve("data_batch_1.bin"))));
    assertThat(checks.get(6).file()).isEqualTo("batches.meta.txt");
    assertThat(checks.get(6).records()).isEmpty();
  }

  @Test
  void verify_severalFaults_tellsAllOfThem() throws IOException {
    Files.delete(folder.resolve("data_batch_1.bin"));
    Files.write(folder.resolve("data_batch_2.bin"), new byte[3072]);
    byte[] records = CifarFiles.records(1, 2, 10, 0);
    records[0] = 10;
    Files.write(folder.resolve("test_batch.bin"), records);
    Files.writeString(folder.resolve("batches.meta.txt"), "cat\n");

    List<FileCheck> checks = verify();

    assertThat(checks).filteredOn(FileCheck::fine).hasSize(3);
    assertThat(checks.get(0).problem().orElseThrow()).contains("the file is missing");
    assertThat(checks.get(0).bytes()).isEqualTo(OptionalLong.empty());
    assertThat(checks.get(0).sha256()).isEmpty();
    assertThat(checks.get(1).problem().orElseThrow()).contains("not a multiple of the record size");
    assertThat(checks.get(1).sha256()).isPresent();
    assertThat(checks.get(5).problem().orElseThrow()).contains("record 1 has label 10");
    assertThat(checks.get(6).problem().orElseThrow()).contains("found 1 class names");
  }

  @Test
  void verify_onePixelChangedSinceUnpacking_isFound() throws IOException {
    CifarFolder cifar = new CifarFolder(CifarLayout.CIFAR10, folder);
    DataSetVerifier.writeSums(cifar);
    assertThat(verify()).allMatch(FileCheck::fine);
    Path file = folder.resolve("data_batch_4.bin");
    String before = Sha256.of(file);
    byte[] bytes = Files.readAllBytes(file);
    bytes[1000]++;
    Files.write(file, bytes);

    assertThat(verify().get(3).problem())
        .contains(
            "%s: SHA-256 is %s, expected %s as unpacked; fetch it again"
                .formatted(file, Sha256.of(bytes), before));
  }

  @Test
  void verify_shapes_checksWhatThisMachineDraws() {
    FileCheck check = new DataStore(folder).verify("shapes", Optional.empty()).get(0);

    assertThat(check.fine()).isTrue();
    assertThat(check.bytes()).hasValue(4000L * 3073);
    assertThat(check.records()).hasValue(4000);
    assertThat(check.sha256()).contains(ShapeImages.SHA256);
  }

  private List<FileCheck> verify() {
    return new DataStore(folder.resolve("cache")).verify("cifar10", Optional.of(folder));
  }
}
