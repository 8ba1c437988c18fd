package io.github.greenscreen.search;

/** A search that cannot be done as asked. The message is the sentence for the user. */
public final class SearchException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Take the sentence for the user. */
  public SearchException(String message) {
    super(message);
  }
}
