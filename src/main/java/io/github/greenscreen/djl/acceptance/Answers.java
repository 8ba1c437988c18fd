package io.github.greenscreen.djl.acceptance;

import java.io.PrintStream;

/** Prints the results of a child process in the form that {@link Child} reads. */
public final class Answers {
  /** Prefix of an answer that says why a mode is not supported. */
  static final String UNSUPPORTED = "unsupported: ";

  /** Prefix of an answer that says how a mode failed. */
  static final String FAILED = "failed: ";

  private final PrintStream out;

  /** Print to {@code out}, which the parent process reads. */
  public Answers(PrintStream out) {
    this.out = out;
  }

  /** Report the losses of {@code mode}. */
  public void losses(Mode mode, LossSequence losses) {
    say(mode.text(), losses.text());
  }

  /** Report that {@code mode} is not supported. */
  public void unsupported(Mode mode, String reason) {
    say(mode.text(), UNSUPPORTED + reason);
  }

  /** Report that {@code mode} failed. */
  public void failed(Mode mode, String reason) {
    say(mode.text(), FAILED + reason);
  }

  /** Report {@code value} under {@code key}; line breaks become spaces. */
  public void say(String key, String value) {
    out.println(Child.MARK + key + "\t" + value.replace('\n', ' '));
    out.flush();
  }
}
