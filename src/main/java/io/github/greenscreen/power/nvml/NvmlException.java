package io.github.greenscreen.power.nvml;

import java.util.Optional;

/** Thrown if NVML does not deliver a value; the message gives its reason and the remedy. */
public final class NvmlException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int number;

  /**
   * Create an exception for a failed call.
   *
   * @param function the function called
   * @param number its return code
   * @param text NVML's description of the code, empty if it has none
   */
  public NvmlException(String function, int number, String text) {
    super(sentence(function, number, text));
    this.number = number;
  }

  /** Create an exception for a missing library; {@code sentence} includes the remedy. */
  NvmlException(String sentence, Throwable cause) {
    super(sentence, cause);
    this.number = NvmlCode.LIBRARY_NOT_FOUND.number();
  }

  /** Return the failure code, or empty if it is unknown to {@link NvmlCode}. */
  public Optional<NvmlCode> code() {
    return NvmlCode.of(number);
  }

  private static String sentence(String function, int number, String text) {
    Optional<NvmlCode> code = NvmlCode.of(number);
    String name = code.map(known -> "NVML_ERROR_" + known.name()).orElse("error " + number);
    String said = text.isBlank() ? name : "%s (%s)".formatted(text.strip(), name);
    String advice =
        code.map(NvmlCode::advice).filter(a -> !a.isEmpty()).map(a -> "; " + a).orElse("");
    return "%s: %s%s".formatted(function, said, advice);
  }
}
