package io.github.greenscreen.weights;

/** Signals what a pickle contains besides weights; the message is a phrase for the user. */
final class PickleException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int UNKNOWN = -1;

  private final int position;

  /** Create an exception about {@code found}. */
  PickleException(String found) {
    super(found);
    position = UNKNOWN;
  }

  /** Create an exception about {@code found} at byte {@code position}. */
  PickleException(int position, String found, Throwable cause) {
    super(found, cause);
    this.position = position;
  }

  /** Return this exception with its position, which is {@code byDefault} if it has none. */
  PickleException byteOr(int byDefault) {
    return position == UNKNOWN ? new PickleException(byDefault, getMessage(), this) : this;
  }

  /** Return the byte at which it was found. */
  int position() {
    return position;
  }
}
