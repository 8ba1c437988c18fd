package io.github.greenscreen.failure;

import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Describes in words for users why something failed. The phrases follow a colon or stand in
 * brackets; they have no names of Java classes and no final period.
 */
public final class FailureReason {
  /** The reason of a failure that only a programmer understands. */
  static final String INTERNAL = "internal error";

  private FailureReason() {}

  /**
   * Return the reason of {@code failure} without the file, which most messages name anyway, such as
   * {@code permission denied}.
   */
  public static String of(Throwable failure) {
    List<Throwable> chain = chain(failure);
    String words = own(chain.get(0));
    Throwable root = chain.get(chain.size() - 1);
    if (words.isEmpty()) {
      words = own(root);
    } else if (!words.contains(own(root))) {
      words = words + ": " + withFile(root, words);
    }
    return words.isEmpty() ? INTERNAL : words;
  }

  /** Return the reason of {@code failure} after the file that it concerns, if one is known. */
  public static String withFile(Throwable failure) {
    List<Throwable> chain = chain(failure);
    return chain.size() == 1 && !own(chain.get(0)).isEmpty()
        ? withFile(chain.get(0), "")
        : of(failure);
  }

  /** Return the own words of {@code failure} after its file, unless {@code named} names that. */
  private static String withFile(Throwable failure, String named) {
    return failure instanceof FileSystemException problem
            && problem.getFile() != null
            && !named.contains(problem.getFile())
        ? problem.getFile() + ": " + own(failure)
        : own(failure);
  }

  /** Return {@code failure} and its causes, without those that only repeat their cause. */
  private static List<Throwable> chain(Throwable failure) {
    List<Throwable> chain = new ArrayList<>();
    Throwable each = failure;
    while (each != null && !chain.contains(each)) {
      chain.add(each);
      // What a network client says of its causes is about its own workings.
      each = NetworkFailures.reason(each).isPresent() ? null : each.getCause();
    }
    int last = chain.size() - 1;
    return chain.stream().filter(e -> e == chain.get(last) || !repeatsCause(e)).toList();
  }

  private static boolean repeatsCause(Throwable failure) {
    Throwable cause = failure.getCause();
    String message = failure.getMessage();
    return cause != null
        && (message == null
            || message.equals(cause.toString())
            || failure instanceof NoClassDefFoundError);
  }

  private static String own(Throwable failure) {
    return Optional.<String>empty()
        .or(() -> NetworkFailures.reason(failure))
        .or(() -> FileFailures.reason(failure))
        .or(() -> ProgramFailures.reason(failure))
        .orElseGet(() -> firstLine(failure));
  }

  /** Return the first line of its message that says something, without names of classes. */
  static String firstLine(Throwable failure) {
    String message = failure.getMessage() == null ? "" : failure.getMessage();
    return message
        .lines()
        .map(JavaNames::removedFrom)
        .filter(line -> !line.isEmpty())
        .findFirst()
        .orElse("");
  }
}
