package io.github.greenscreen.run;

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
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says that one process alone writes into a folder, from {@link #take} until {@link #close}. The
 * operating system holds the lock, so that it ends with the process whatever kills that; who has it
 * stands in the file, for people, and for file systems that cannot lock. A lock that a dead process
 * left behind is taken over; that of another machine never is, since nobody here knows whether its
 * process lives. Symbolic links are not followed. One thread uses an instance.
 */
public final class FolderLock implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FolderLock.class);
  private static final int ATTEMPTS = 20;
  private static final long PAUSE_MILLIS = 50;

  private final Path file;
  private final FileChannel channel;

  private FolderLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Take the lock in {@code file}, or refuse in words that begin with {@code use}, name the process
   * that has it, and end with {@code advice}.
   *
   * @throws LockedException where another process has it
   * @throws RunFolderException where the file cannot be written, or is no plain file
   */
  static FolderLock take(Path file, String use, String advice) {
    try {
      for (int i = 0; i < ATTEMPTS; i++) {
        Optional<FolderLock> lock = attempt(file);
        if (lock.isPresent()) {
          return lock.get();
        }
        pause();
      }
      throw new HeldException(Optional.empty());
    } catch (HeldException e) {
      throw new LockedException(sentence(file, use, e.holder, advice), e.holder);
    }
  }

  /** Return who has the lock in {@code file}, where that is not known to have ended. */
  static Optional<LockHolder> holder(Path file) {
    return read(file).filter(holder -> !holder.isGone());
  }

  /** Do {@code work} with the lock, give it back and return the result. */
  public <T> T during(Supplier<T> work) {
    try {
      return work.get();
    } finally {
      close();
    }
  }

  /** Give the lock back and delete its file; one that stays is known to be that of the dead. */
  @Override
  public void close() {
    // Deleted while it is locked: whoever opens it in between finds that out.
    deleteQuietly(file);
    closeQuietly(channel);
  }

  /** Return the lock, or nothing where its file vanished meanwhile or is being written. */
  private static Optional<FolderLock> attempt(Path file) {
    refuseLink(file);
    // Within one process the file decides: the operating system knows processes only.
    Optional<LockHolder> before = read(file);
    if (before.isPresent() && before.get().pid() == ProcessHandle.current().pid()) {
      refuseHeld(before);
    }
    FileChannel channel = null;
    try {
      Object key = key(file);
      channel =
          FileChannel.open(
              file,
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE,
              StandardOpenOption.READ,
              LinkOption.NOFOLLOW_LINKS);
      key = key == null ? key(file) : key;
      Optional<FolderLock> lock = claim(file, channel, key);
      if (lock.isPresent()) {
        channel = null;
      }
      return lock;
    } catch (IOException e) {
      throw RunFolderException.cannot("lock", file, e);
    } finally {
      closeQuietly(channel);
    }
  }

  private static Optional<FolderLock> claim(Path file, FileChannel channel, Object key)
      throws IOException {
    if (!isLocked(channel)) {
      Optional<LockHolder> holder = text(channel).flatMap(text -> LockHolder.parse(file, text));
      if (holder.isPresent()) {
        throw new HeldException(holder);
      }
      return Optional.empty();
    }
    if (!Objects.equals(key, key(file))) {
      return Optional.empty();
    }
    refuseHeld(text(channel).flatMap(text -> LockHolder.parse(file, text)));
    try {
      write(channel, LockHolder.self().format());
    } catch (IOException e) {
      deleteQuietly(file);
      throw e;
    }
    return Optional.of(new FolderLock(file, channel));
  }

  private static void write(FileChannel channel, String text) throws IOException {
    ByteBuffer facts = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    channel.truncate(0);
    while (facts.hasRemaining()) {
      channel.write(facts);
    }
  }

  private static void refuseHeld(Optional<LockHolder> holder) {
    if (holder.isPresent() && !holder.get().isGone()) {
      throw new HeldException(holder);
    }
  }

  /** Lock, and count a file system that cannot as locked: what stands in the file decides then. */
  private static boolean isLocked(FileChannel channel) {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  private static void refuseLink(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (Files.isSymbolicLink(file)
        || (Files.exists(file, LinkOption.NOFOLLOW_LINKS)
            && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))) {
      throw new RunFolderException(
          file + " is no plain file, as a lock must be; delete it and try again");
    }
    if (!Files.isDirectory(folder)) {
      throw new RunFolderException("there is no folder " + folder);
    }
  }

  private static Optional<LockHolder> read(Path file) {
    try {
      return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
          ? LockHolder.parse(file, Files.readString(file))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> text(FileChannel channel) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(4096);
    int length = channel.read(bytes, 0);
    return length <= 0
        ? Optional.empty()
        : Optional.of(new String(bytes.array(), 0, length, StandardCharsets.UTF_8));
  }

  /** Return what tells the file from another of its name, null where there is none. */
  private static Object key(Path file) {
    try {
      return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
          .fileKey();
    } catch (IOException e) {
      return null;
    }
  }

  private static void deleteQuietly(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.debug("the lock {} stays", file, e);
    }
  }

  private static void closeQuietly(FileChannel channel) {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      LOG.debug("a lock could not be closed", e);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String sentence(
      Path file, String use, Optional<LockHolder> holder, String advice) {
    boolean elsewhere = holder.isPresent() && !holder.get().isHere();
    return use
        + holder.map(LockHolder::words).orElse("another process")
        + "; "
        + (elsewhere ? "if that has ended, delete %s and try again, else ".formatted(file) : "")
        + advice;
  }

  /** Somebody has the lock. */
  private static final class HeldException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Optional<LockHolder> holder;

    HeldException(Optional<LockHolder> holder) {
      super("locked");
      this.holder = holder;
    }
  }
}
