package io.github.greenscreen.run.lock;

import java.util.Optional;

/** Thrown if another process writes into a folder. The message is one sentence for the user. */
public final class LockedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Optional<LockOwner> holder;

  LockedException(String sentence, Optional<LockOwner> holder) {
    super(sentence);
    this.holder = holder;
  }

  /** Return that process, or empty if it has not named itself. */
  public Optional<LockOwner> holder() {
    return holder;
  }
}
