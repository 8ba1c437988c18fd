package io.github.greenscreen.data.folder;

import io.github.greenscreen.checksum.Sha256;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps decoded pixels in a file, so that the runs of a sweep need not decode the same images
 * again. There is one file per folder and image size; it holds the pixels of exactly the files with
 * these names, sizes, and times of change. If it cannot be written, images are decoded each time.
 */
final class DecodedCache {
  private static final Logger LOG = LoggerFactory.getLogger(DecodedCache.class);

  /** Changes whenever the same files would give other pixels. */
  private static final String VERSION = "greenscreen images 1";

  private final Path cache;
  private final Path file;
  private final String source;
  private final String key;
  private final int bytes;

  /**
   * Create the cache of the files of {@code listing}.
   *
   * @param cache the cache folder, which need not exist
   * @param side height and width of the decoded images
   */
  DecodedCache(Path cache, FolderListing listing, int side, int bytes) {
    this.cache = cache.resolve("folders");
    this.source = listing.root().toAbsolutePath().normalize().toString();
    this.key = key(listing, side);
    this.bytes = bytes;
    String name = Sha256.of((side + " " + source).getBytes(StandardCharsets.UTF_8));
    this.file = this.cache.resolve(name.substring(0, 16) + ".images");
  }

  private static String key(FolderListing listing, int side) {
    StringBuilder text = new StringBuilder(VERSION).append('\n').append(side).append('\n');
    for (ImageFile each : listing.files()) {
      text.append(each.name())
          .append('\0')
          .append(each.bytes())
          .append(' ')
          .append(each.changed())
          .append('\n');
    }
    return Sha256.of(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** Return the cached pixels; empty if there are none, or those of other files. */
  Optional<byte[]> read() {
    try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
      in.readUTF();
      if (!in.readUTF().equals(key)) {
        return Optional.empty();
      }
      byte[] pixels = new byte[bytes];
      in.readFully(pixels);
      return in.readLong() == sum(pixels) ? Optional.of(pixels) : Optional.empty();
    } catch (EOFException e) {
      LOG.debug("{} is incomplete; decoding again", file);
      return Optional.empty();
    } catch (IOException e) {
      LOG.debug("{} cannot be read; decoding", file, e);
      return Optional.empty();
    }
  }

  /** Keep {@code pixels}, and delete what was kept of folders that no longer exist. */
  void write(byte[] pixels) {
    try {
      Files.createDirectories(cache);
      prune();
      Path part = Files.createTempFile(cache, "decoded", ".part");
      try {
        write(part, pixels);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      LOG.debug("{} cannot be written", file, e);
    }
  }

  private void write(Path to, byte[] pixels) throws IOException {
    try (OutputStream plain = new BufferedOutputStream(Files.newOutputStream(to));
        DataOutputStream out = new DataOutputStream(plain)) {
      out.writeUTF(source);
      out.writeUTF(key);
      out.write(pixels);
      out.writeLong(sum(pixels));
    }
  }

  private void prune() throws IOException {
    List<Path> kept;
    try (Stream<Path> entries = Files.list(cache)) {
      kept = entries.filter(entry -> entry.toString().endsWith(".images")).toList();
    }
    for (Path each : kept) {
      if (!Files.isDirectory(Path.of(source(each)))) {
        Files.deleteIfExists(each);
      }
    }
  }

  private static String source(Path file) throws IOException {
    try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
      return in.readUTF();
    }
  }

  private static long sum(byte[] bytes) {
    CRC32C sum = new CRC32C();
    sum.update(bytes);
    return sum.getValue();
  }
}
