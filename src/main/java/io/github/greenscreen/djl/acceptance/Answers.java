package io.github.greenscreen.djl.acceptance;

import java.io.PrintStream;

/** Where a child process says what it finds. */
public final class Answers {
  /** The beginning of an answer that says why a mode is not offered. */
  static final String UNSUPPORTED = "unsupported: ";

  /** The beginning of an answer that says how a mode failed. */
  static final String FAILED = "failed: ";

  private final PrintStream out;

  /** Say it on {@code out}, which the parent process reads. */
  public Answers(PrintStream out) {
    this.out = out;
  }

  /** Say what {@code mode} gave. */
  public void losses(Mode mode, LossSequence losses) {
    say(mode.text(), losses.text());
  }

  /** Say that {@code mode} is not offered. */
  public void unsupported(Mode mode, String why) {
    say(mode.text(), UNSUPPORTED + why);
  }

  /** Say that {@code mode} failed. */
  public void failed(Mode mode, String why) {
    say(mode.text(), FAILED + why);
  }

  /** Say that {@code key} is {@code value}; line breaks become blanks. */
  public void say(String key, String value) {
    out.println(Child.MARK + key + "\t" + value.replace('\n', ' '));
    out.flush();
  }
}
