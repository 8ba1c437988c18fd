package io.github.greenscreen.data.shapes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.checksum.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShapeCacheTest {
  @TempDir private Path folder;

  @Test
  void records_always_areThoseOfTheDataSet() throws IOException {
    ShapeCache cache = new ShapeCache(folder.resolve("new"));
    byte[] drawn = cache.records();
    assertThat(Sha256.of(drawn)).isEqualTo(ShapeImages.SHA256);
    assertThat(ShapeCache.crc(drawn)).isEqualTo(ShapeCache.CRC);
    assertThat(cache.records()).isEqualTo(drawn);
    try (Stream<Path> files = Files.list(folder.resolve("new/shapes"))) {
      assertThat(files).containsExactly(folder.resolve("new/shapes/records.bin"));
    }
  }

  @Test
  void records_ofADamagedFile_areDrawnAnewAndKept() throws IOException {
    Path file = folder.resolve("shapes/records.bin");
    Files.createDirectories(file.getParent());
    Files.write(file, new byte[12]);
    byte[] drawn = new ShapeCache(folder).records();
    assertThat(Sha256.of(drawn)).isEqualTo(ShapeImages.SHA256);
    assertThat(file).hasBinaryContent(drawn);
  }

  @Test
  void records_thatCannotBeKept_areDrawn() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "in the way");
    byte[] drawn = new ShapeCache(file).records();
    assertThat(Sha256.of(drawn)).isEqualTo(ShapeImages.SHA256);
    assertThat(file).hasContent("in the way");
  }
}
