package io.github.greenscreen.run;

import java.util.Optional;

/** Another process writes into a folder. The message is one sentence for the user. */
public final class LockedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Optional<LockOwner> holder;

  LockedException(String sentence, Optional<LockOwner> holder) {
    super(sentence);
    this.holder = holder;
  }

  /** Return which process that is, empty where it has not said so. */
  public Optional<LockOwner> holder() {
    return holder;
  }
}
