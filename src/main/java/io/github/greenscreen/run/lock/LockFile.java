package io.github.greenscreen.run.lock;

import io.github.greenscreen.run.model.RunFolderException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file of a lock and its content. Links are not followed.
 *
 * @param path path of the file, which need not exist
 */
record LockFile(Path path) {
  private static final Logger LOG = LoggerFactory.getLogger(LockFile.class);

  /**
   * Check that the path is free or a regular file, in an existing folder.
   *
   * @throws RunFolderException if it is not
   */
  void refuseUnlessPlain() {
    Path folder = path.toAbsolutePath().getParent();
    if (exists() && !Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
      throw new RunFolderException(path + " is not a regular file; delete it and try again");
    }
    if (!Files.isDirectory(folder)) {
      throw new RunFolderException("no such folder: " + folder);
    }
  }

  /** Tell whether the path exists, as a file of any kind. */
  boolean exists() {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
  }

  FileChannel open() throws IOException {
    return FileChannel.open(
        path,
        StandardOpenOption.CREATE,
        StandardOpenOption.WRITE,
        StandardOpenOption.READ,
        LinkOption.NOFOLLOW_LINKS);
  }

  /** Return a key that tells the file from another of the same name, null if it has none. */
  Object key() {
    try {
      return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
          .fileKey();
    } catch (IOException e) {
      return null;
    }
  }

  /** Return the owner named in the file, or empty if none is or the file cannot be read. */
  Optional<LockOwner> holder() {
    try {
      return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
          ? LockOwner.parse(path, Files.readString(path))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Return the owner named in the open file. */
  Optional<LockOwner> holder(FileChannel channel) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(4096);
    int length = channel.read(bytes, 0);
    return length <= 0
        ? Optional.empty()
        : LockOwner.parse(path, new String(bytes.array(), 0, length, StandardCharsets.UTF_8));
  }

  void write(FileChannel channel, LockOwner holder) throws IOException {
    ByteBuffer facts = ByteBuffer.wrap(holder.format().getBytes(StandardCharsets.UTF_8));
    channel.truncate(0);
    while (facts.hasRemaining()) {
      channel.write(facts);
    }
  }

  /** Lock the file. A file system that cannot lock counts as locked: the content decides then. */
  static boolean isLocked(FileChannel channel) {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  void deleteQuietly() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      LOG.debug("cannot delete the lock {}", path, e);
    }
  }

  static void closeQuietly(FileChannel channel) {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      LOG.debug("a lock could not be closed", e);
    }
  }
}
