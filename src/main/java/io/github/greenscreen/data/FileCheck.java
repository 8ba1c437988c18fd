package io.github.greenscreen.data;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * What {@code data verify} found out about one file.
 *
 * @param file name without folder
 * @param bytes size; empty where the file is missing
 * @param records whole records in it; empty where it holds none
 * @param sha256 SHA-256 of its bytes in hexadecimal digits; empty where it cannot be read
 * @param problem what is wrong, as a sentence; empty where the file is fine
 */
public record FileCheck(
    String file,
    OptionalLong bytes,
    OptionalLong records,
    Optional<String> sha256,
    Optional<String> problem) {
  /** Return whether nothing is wrong with the file. */
  public boolean fine() {
    return problem.isEmpty();
  }
}
