package io.github.greenscreen.failure;

import java.io.InterruptedIOException;
import java.util.ConcurrentModificationException;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The failures of the virtual machine, of missing parts, and of the program itself. */
final class ProgramFailures {
  private static final Pattern NO_NUMBER =
      Pattern.compile("For input string: (\"[^\"]*\")(?: under radix \\d+)?");

  /** What Java says of a class whose static parts threw something earlier. */
  private static final Pattern EARLIER =
      Pattern.compile("Exception \\S+: (.*) \\[in thread \".*\"\\]");

  /** The loader of the system names a library, and Java names it again. */
  private static final Pattern NAMED_TWICE = Pattern.compile("^(/[^:]+: )\\1");

  private ProgramFailures() {}

  /** Return the reason; empty if the message of {@code failure} is the best one. */
  static Optional<String> reason(Throwable failure) {
    if (failure instanceof OutOfMemoryError) {
      String said = FailureReason.firstLine(failure);
      return Optional.of(said.isEmpty() ? "out of memory" : "out of memory (" + said + ")");
    }
    if (failure instanceof StackOverflowError) {
      return Optional.of("nested too deeply");
    }
    if (failure instanceof InterruptedException || failure instanceof InterruptedIOException) {
      return Optional.of("interrupted");
    }
    if (failure instanceof TimeoutException) {
      return Optional.of("no answer in time");
    }
    if (failure instanceof NumberFormatException) {
      Matcher number = NO_NUMBER.matcher(FailureReason.firstLine(failure));
      return Optional.of(number.matches() ? number.group(1) + " is not a number" : "not a number");
    }
    if (failure instanceof UnsatisfiedLinkError) {
      return Optional.of(once(FailureReason.firstLine(failure))).filter(said -> !said.isEmpty());
    }
    if (failure instanceof ExceptionInInitializerError) {
      Matcher earlier = EARLIER.matcher(String.valueOf(failure.getMessage()));
      return earlier.matches() ? Optional.of(once(earlier.group(1))) : Optional.empty();
    }
    if (isMissingPart(failure)) {
      return Optional.of("a part of the program is missing or cannot be used; install it again");
    }
    return isMistake(failure) ? Optional.of(FailureReason.INTERNAL) : Optional.empty();
  }

  private static String once(String said) {
    return NAMED_TWICE.matcher(said).replaceFirst("$1");
  }

  private static boolean isMissingPart(Throwable failure) {
    return failure instanceof NoClassDefFoundError
        || failure instanceof ClassNotFoundException
        || failure instanceof IncompatibleClassChangeError
        || failure instanceof ClassFormatError;
  }

  /** Return whether its message, if any, is about variables and classes of the program. */
  private static boolean isMistake(Throwable failure) {
    return failure instanceof NullPointerException
        || failure instanceof ClassCastException
        || failure instanceof IndexOutOfBoundsException
        || failure instanceof NegativeArraySizeException
        || failure instanceof ArrayStoreException
        || failure instanceof ConcurrentModificationException
        || failure instanceof NoSuchElementException
        || failure instanceof ReflectiveOperationException
        || failure instanceof AssertionError;
  }
}
