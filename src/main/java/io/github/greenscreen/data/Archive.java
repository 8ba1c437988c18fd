package io.github.greenscreen.data;

import io.github.greenscreen.data.image.DataException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** Unpacks a tar.gz that contains only regular files and folders; any other entry is rejected. */
final class Archive {
  private Archive() {}

  /**
   * Unpack {@code archive} into {@code folder}, which must be empty or missing.
   *
   * @throws DataException if an entry would leave the folder, is a link or a device, or appears
   *     twice; entries before it are already unpacked
   */
  static void unpack(Path archive, Path folder) throws IOException {
    Path target = folder.toAbsolutePath().normalize();
    Files.createDirectories(target);
    try (InputStream file = new BufferedInputStream(Files.newInputStream(archive));
        InputStream plain = new GZIPInputStream(file);
        TarArchiveInputStream tar = new TarArchiveInputStream(plain)) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        unpack(archive, tar, entry, target);
      }
    }
  }

  private static void unpack(
      Path archive, TarArchiveInputStream tar, TarArchiveEntry entry, Path target)
      throws IOException {
    boolean linked = entry.isSymbolicLink() || entry.isLink();
    if (!isPlainFile(entry) && !entry.isDirectory()) {
      String kind = linked ? "a link" : "neither a file nor a folder";
      throw refused(archive, entry, "is " + kind);
    }
    Path path = inside(archive, entry, target);
    if (entry.isDirectory()) {
      Files.createDirectories(path);
      return;
    }
    if (Files.exists(path)) {
      throw refused(archive, entry, "appears twice");
    }
    Files.createDirectories(path.getParent());
    Files.copy(tar, path);
  }

  private static boolean isPlainFile(TarArchiveEntry entry) {
    byte kind = entry.getLinkFlag();
    return kind == TarConstants.LF_NORMAL || kind == TarConstants.LF_OLDNORM;
  }

  private static Path inside(Path archive, TarArchiveEntry entry, Path target) {
    String name = entry.getName();
    try {
      Path path = target.resolve(name.replace('\\', '/')).normalize();
      boolean climbs = !path.startsWith(target) || (path.equals(target) && !entry.isDirectory());
      if (!climbs && !name.startsWith("/")) {
        return path;
      }
    } catch (InvalidPathException e) {
      throw refused(archive, entry, "is not a valid file name");
    }
    throw refused(archive, entry, "would leave the target folder");
  }

  private static DataException refused(Path archive, TarArchiveEntry entry, String reason) {
    return new DataException(
        ("%s: entry \"%s\" %s, expected plain files and folders only; nothing was unpacked: "
                + "fetch it from the official address")
            .formatted(archive, entry.getName(), reason));
  }
}
