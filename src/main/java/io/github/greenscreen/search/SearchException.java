package io.github.greenscreen.search;

/** Thrown if a search is impossible as requested. The message is a sentence for the user. */
public final class SearchException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Create it with a sentence for the user. */
  public SearchException(String message) {
    super(message);
  }
}
