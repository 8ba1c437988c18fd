package io.github.greenscreen.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
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

  private final LockFile file;
  private final FileChannel channel;

  private FolderLock(LockFile file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Take the lock in {@code path}, or refuse in words that begin with {@code use}, name the process
   * that has it, and end with {@code advice}.
   *
   * @throws LockedException where another process has it
   * @throws RunFolderException where the file cannot be written, or is no plain file
   */
  static FolderLock take(Path path, String use, String advice) {
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

  /** Return who has the lock in {@code file}, where that is not known to have ended. */
  static Optional<LockOwner> holder(Path file) {
    return new LockFile(file).holder().filter(holder -> !holder.isGone());
  }

  /** Delete {@code path} where it is the lock of a process that is gone. */
  static void clear(Path path) {
    if (!new LockFile(path).isThere()) {
      return;
    }
    try {
      take(path, "", "").close();
    } catch (LockedException | RunFolderException e) {
      LOG.debug("cannot delete the lock {}", path, e);
    }
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
    file.deleteQuietly();
    LockFile.closeQuietly(channel);
  }

  /** Return the lock, or nothing where its file vanished meanwhile or is being written. */
  private static Optional<FolderLock> attempt(LockFile file) {
    file.refuseUnlessPlain();
    // Within one process the file decides: the operating system knows processes only.
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

  /** Somebody has the lock. */
  private static final class HeldException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Optional<LockOwner> holder;

    HeldException(Optional<LockOwner> holder) {
      super("locked");
      this.holder = holder;
    }
  }
}
