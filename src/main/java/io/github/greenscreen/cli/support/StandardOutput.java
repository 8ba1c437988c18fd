package io.github.greenscreen.cli.support;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The standard output of this process. Unlike {@code System.out}, it is unbuffered and throws what
 * goes wrong.
 */
public final class StandardOutput extends FilterOutputStream {
  /** Where Linux shows what the standard output is; its messages are in the user's language. */
  private static final Path LINK = Path.of("/proc/self/fd/1");

  private final Path link;

  /** Create the standard output of this process. */
  public StandardOutput() {
    this(new FileOutputStream(FileDescriptor.out), LINK);
  }

  StandardOutput(OutputStream stream, Path link) {
    super(stream);
    this.link = link;
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    try {
      out.write(bytes, from, length);
    } catch (IOException e) {
      throw isPipe() ? new ClosedPipeException(e) : e;
    }
  }

  /** A write to a pipe or a socket fails only if its reader has gone. */
  private boolean isPipe() {
    try {
      return Files.readSymbolicLink(link).toString().matches("(pipe|socket):.*");
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }
}
