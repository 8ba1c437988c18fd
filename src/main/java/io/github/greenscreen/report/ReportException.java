package io.github.greenscreen.report;

/** The report could not be written; the message is the sentence for the user. */
public final class ReportException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Take the sentence to show to the user and what lies behind it. */
  public ReportException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
