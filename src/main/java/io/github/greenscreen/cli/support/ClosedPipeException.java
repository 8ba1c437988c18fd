package io.github.greenscreen.cli.support;

import java.io.IOException;

/** Thrown if the reader of a pipe has gone. */
final class ClosedPipeException extends IOException {
  private static final long serialVersionUID = 1L;

  ClosedPipeException(IOException cause) {
    super("the reader of the pipe has gone", cause);
  }
}
