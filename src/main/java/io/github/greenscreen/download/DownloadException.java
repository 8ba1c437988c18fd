package io.github.greenscreen.download;

/**
 * Thrown if a file could not be fetched. The message is a sentence without advice: the address and
 * the problem.
 */
public final class DownloadException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean refused;

  private DownloadException(String sentence, boolean refused, Throwable cause) {
    super(sentence, cause);
    this.refused = refused;
  }

  /** The server answered, but not with the file. */
  static DownloadException refused(String sentence) {
    return new DownloadException(sentence, true, null);
  }

  /** The connection failed; the bytes received are kept. */
  static DownloadException brokenOff(String sentence, Throwable cause) {
    return new DownloadException(sentence, false, cause);
  }

  /** Return whether the server answered, so that another attempt is unlikely to help. */
  public boolean isRefused() {
    return refused;
  }
}
