package io.github.greenscreen.power.nvml;

import java.util.Optional;

/** NVML did not give what was asked for; the message says what it said, and what to do about it. */
public final class NvmlException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int number;

  /**
   * Tell of a call that failed.
   *
   * @param function what was called
   * @param number what it returned
   * @param text what NVML calls that, empty where it does not say
   */
  public NvmlException(String function, int number, String text) {
    super(sentence(function, number, text));
    this.number = number;
  }

  /** Tell that there is no library, and what to do. */
  NvmlException(String sentence, Throwable cause) {
    super(sentence, cause);
    this.number = NvmlCode.LIBRARY_NOT_FOUND.number();
  }

  /** Return what kind of failure it is, empty where NVML has a new one. */
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
