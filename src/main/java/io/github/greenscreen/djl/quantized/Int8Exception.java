package io.github.greenscreen.djl.quantized;

/**
 * Thrown if a network cannot be quantised or an int8 network cannot be read; the message is
 * complete.
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
