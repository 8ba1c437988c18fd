package io.github.greenscreen.data.shapes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.CRC32;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Caches the records of {@code shapes} in a file, since drawing them takes longer than many a short
 * test run. If they cannot be written, they are drawn each time.
 */
public final class ShapeCache {
  /** CRC-32 of the records, which reveals a truncated or damaged file. */
  static final long CRC = 0x65b02235L;

  private static final Logger LOG = LoggerFactory.getLogger(ShapeCache.class);

  private final Path file;

  /** Create a cache in {@code folder}, which need not exist. */
  public ShapeCache(Path folder) {
    file = folder.resolve("shapes").resolve("records.bin");
  }

  /** Return the records of {@link ShapeImages#COUNT} images drawn from {@link ShapeImages#SEED}. */
  public byte[] records() {
    try {
      byte[] kept = Files.readAllBytes(file);
      if (crc(kept) == CRC) {
        return kept;
      }
      LOG.debug("{} is damaged; generating it again", file);
    } catch (IOException e) {
      LOG.debug("{} cannot be read; generating shapes", file, e);
    }
    byte[] drawn = ShapeImages.records(ShapeImages.COUNT, ShapeImages.SEED);
    keep(drawn);
    return drawn;
  }

  private void keep(byte[] records) {
    try {
      Files.createDirectories(file.getParent());
      Path part = Files.createTempFile(file.getParent(), "records", ".part");
      try {
        Files.write(part, records);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      LOG.debug("{} cannot be written", file, e);
    }
  }

  static long crc(byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return crc.getValue();
  }
}
