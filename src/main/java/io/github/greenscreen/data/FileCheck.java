package io.github.greenscreen.data;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * The result of {@code data verify} for one file, or for one class folder.
 *
 * @param file name without the folder of the data set
 * @param bytes size; empty if the file is missing
 * @param records number of whole records; empty if the file holds none
 * @param sha256 SHA-256 of its bytes in hexadecimal digits; empty if it cannot be read
 * @param problem problem as a sentence; empty if the file is fine
 */
public record FileCheck(
    String file,
    OptionalLong bytes,
    OptionalLong records,
    Optional<String> sha256,
    Optional<String> problem) {
  /** Return whether the file has no problem. */
  public boolean fine() {
    return problem.isEmpty();
  }
}
