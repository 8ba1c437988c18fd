package io.github.greenscreen.djl.quantized;

/**
 * A network that cannot be quantised, or an int8 network that cannot be read; the message is whole.
 */
public final class Int8Exception extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Int8Exception(String message) {
    super(message);
  }

  Int8Exception(String message, Throwable cause) {
    super(message, cause);
  }
}
