package io.github.greenscreen.run.lock;

import io.github.greenscreen.run.model.RunFolderException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A lock that makes one process the only writer of a folder, from {@link #take} until {@link
 * #close}. The operating system holds the lock, so it ends with the process however that dies. The
 * file also names the owner, for people and for file systems that cannot lock. A lock left by a
 * dead process is taken over; the lock of another machine never is, because its processes cannot be
 * checked from here. Symbolic links are not followed. Each instance is confined to one thread.
 */
public final class FolderLock implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FolderLock.class);
  private static final int ATTEMPTS = 20;
  private static final long PAUSE_MILLIS = 50;

  private final LockFile file;
  private final FileChannel channel;

  private FolderLock(LockFile file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Take the lock in {@code path}, or fail with a message that begins with {@code use}, names the
   * process that holds it, and ends with {@code advice}.
   *
   * @throws LockedException if another process holds it
   * @throws RunFolderException if the file cannot be written, or is not a regular file
   */
  public static FolderLock take(Path path, String use, String advice) {
    LockFile file = new LockFile(path);
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
      throw new LockedException(sentence(path, use, e.holder, advice), e.holder);
    }
  }

  /** Return the owner of the lock in {@code file}, unless it is known to have ended. */
  public static Optional<LockOwner> holder(Path file) {
    return new LockFile(file).holder().filter(holder -> !holder.isGone());
  }

  /** Delete {@code path} if it is the lock of a process that has ended. */
  public static void clear(Path path) {
    if (!new LockFile(path).exists()) {
      return;
    }
    try {
      take(path, "", "").close();
    } catch (LockedException | RunFolderException e) {
      LOG.debug("cannot delete the lock {}", path, e);
    }
  }

  /** Run {@code work} with the lock, release it and return the result. */
  public <T> T during(Supplier<T> work) {
    try {
      return work.get();
    } finally {
      close();
    }
  }

  /** Release the lock and delete its file; a file that remains is recognised as stale. */
  @Override
  public void close() {
    // Delete it while it is locked: a process that opens it in between notices.
    file.deleteQuietly();
    LockFile.closeQuietly(channel);
  }

  /** Return the lock, or empty if its file has vanished meanwhile or is being written. */
  private static Optional<FolderLock> attempt(LockFile file) {
    file.refuseUnlessPlain();
    // Within one process the file decides: the operating system locks for whole processes.
    Optional<LockOwner> before = file.holder();
    if (before.isPresent() && before.get().pid() == ProcessHandle.current().pid()) {
      refuseHeld(before);
    }
    FileChannel channel = null;
    try {
      Object key = file.key();
      channel = file.open();
      key = key == null ? file.key() : key;
      Optional<FolderLock> lock = claim(file, channel, key);
      if (lock.isPresent()) {
        channel = null;
      }
      return lock;
    } catch (IOException e) {
      throw RunFolderException.cannot("lock", file.path(), e);
    } finally {
      LockFile.closeQuietly(channel);
    }
  }

  private static Optional<FolderLock> claim(LockFile file, FileChannel channel, Object key)
      throws IOException {
    if (!LockFile.isLocked(channel)) {
      Optional<LockOwner> holder = file.holder(channel);
      if (holder.isPresent()) {
        throw new HeldException(holder);
      }
      return Optional.empty();
    }
    if (!Objects.equals(key, file.key())) {
      return Optional.empty();
    }
    refuseHeld(file.holder(channel));
    try {
      file.write(channel, LockOwner.self());
    } catch (IOException e) {
      file.deleteQuietly();
      throw e;
    }
    return Optional.of(new FolderLock(file, channel));
  }

  private static void refuseHeld(Optional<LockOwner> holder) {
    if (holder.isPresent() && !holder.get().isGone()) {
      throw new HeldException(holder);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String sentence(Path file, String use, Optional<LockOwner> holder, String advice) {
    boolean elsewhere = holder.isPresent() && !holder.get().isHere();
    return use
        + holder.map(LockOwner::words).orElse("another process")
        + "; "
        + (elsewhere
            ? "if it is no longer running, delete %s and try again, else ".formatted(file)
            : "")
        + advice;
  }

  /** Signals that another process holds the lock. */
  private static final class HeldException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Optional<LockOwner> holder;

    HeldException(Optional<LockOwner> holder) {
      super("locked");
      this.holder = holder;
    }
  }
}
