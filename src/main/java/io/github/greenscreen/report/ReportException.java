package io.github.greenscreen.report;

/** Thrown if the report could not be written; the message is the sentence for the user. */
public final class ReportException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Create an exception with the sentence for the user and its cause. */
  public ReportException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
