package io.github.greenscreen.cli.support;

import io.github.greenscreen.failure.FailureReason;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.Locale;
import java.util.Optional;

/**
 * The writer for results. It remembers why results could not be written and writes nothing after
 * that, so that what a reader sees has no gaps.
 */
public final class ResultWriter extends PrintWriter {
  private final Target target;

  /** Create a writer to {@code results}. */
  public ResultWriter(Writer results) {
    this(new Target(results));
  }

  private ResultWriter(Target target) {
    super(target, true);
    this.target = target;
  }

  /** Return why results could not be written; empty if all were, or wait to be flushed. */
  public Optional<IOException> failure() {
    return Optional.ofNullable(target.failure);
  }

  /** Return whether {@code failure} means that the reader of a pipe has gone, which is no fault. */
  public static boolean isClosedPipe(IOException failure) {
    return failure instanceof ClosedPipeException
        || FailureReason.of(failure).toLowerCase(Locale.ROOT).contains("pipe");
  }

  /** Passes text on until that fails. */
  private static final class Target extends Writer {
    private final Writer results;
    private IOException failure;

    Target(Writer results) {
      this.results = results;
    }

    @Override
    public void write(char[] text, int from, int length) throws IOException {
      passOn(() -> results.write(text, from, length));
    }

    @Override
    public void flush() throws IOException {
      passOn(results::flush);
    }

    @Override
    public void close() throws IOException {
      passOn(results::close);
    }

    private void passOn(Action action) throws IOException {
      if (failure != null) {
        throw failure;
      }
      try {
        action.run();
      } catch (IOException e) {
        failure = e;
        throw e;
      }
    }
  }

  private interface Action {
    void run() throws IOException;
  }
}
