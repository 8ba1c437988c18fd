package io.github.greenscreen.training;

/** Unwinds an engine whose run has passed a limit; the message is the reason for the user. */
final class LimitPassedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LimitPassedException(String found) {
    super(found);
  }
}
