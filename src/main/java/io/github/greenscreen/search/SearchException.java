package io.github.greenscreen.search;

/** A search is impossible as asked. The message is the sentence for the user. */
public final class SearchException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Take the sentence for the user. */
  public SearchException(String message) {
    super(message);
  }
}
