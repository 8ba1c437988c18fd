package io.github.greenscreen.djl.torchscript;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Writes the opcodes of pickle protocol 2 that PyTorch's own unpickler knows (<a
 * href="https://github.com/pytorch/pytorch/blob/v2.7.1/torch/csrc/jit/serialization/pickler.h">pickler.h</a>).
 * Each method appends and returns this.
 */
final class PickleWriter {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  PickleWriter() {
    bytes.write(0x80);
    bytes.write(2);
  }

  /** Push the class or function {@code name} of {@code module}. */
  PickleWriter global(String module, String name) {
    bytes.write('c');
    bytes.writeBytes((module + "\n" + name + "\n").getBytes(StandardCharsets.US_ASCII));
    return this;
  }

  /** Push a text. */
  PickleWriter text(String text) {
    byte[] content = text.getBytes(StandardCharsets.UTF_8);
    bytes.write('X');
    littleEndian(content.length);
    bytes.writeBytes(content);
    return this;
  }

  /** Push an integer. */
  PickleWriter integer(int value) {
    bytes.write('J');
    littleEndian(value);
    return this;
  }

  /** Push a truth value. */
  PickleWriter truth(boolean value) {
    return code(value ? 0x88 : 0x89);
  }

  /** Push {@code None}. */
  PickleWriter none() {
    return code('N');
  }

  /** Push the empty tuple. */
  PickleWriter emptyTuple() {
    return code(')');
  }

  /** Push the empty dictionary. */
  PickleWriter emptyDictionary() {
    return code('}');
  }

  /** Remember this place of the stack for what takes all above it. */
  PickleWriter mark() {
    return code('(');
  }

  /** Replace all above the mark by a tuple of it. */
  PickleWriter tuple() {
    return code('t');
  }

  /** Put the keys and values above the mark into the dictionary below it. */
  PickleWriter setItems() {
    return code('u');
  }

  /** Replace a class and the tuple of its arguments by a new object. */
  PickleWriter newObject() {
    return code(0x81);
  }

  /** Replace a function and the tuple of its arguments by its result. */
  PickleWriter reduce() {
    return code('R');
  }

  /** Replace a tuple by the object outside of the pickle that it names. */
  PickleWriter persistent() {
    return code('Q');
  }

  /** Give the object below its state. */
  PickleWriter build() {
    return code('b');
  }

  /** End, and return all. */
  byte[] stop() {
    code('.');
    return bytes.toByteArray();
  }

  private PickleWriter code(int code) {
    bytes.write(code);
    return this;
  }

  private void littleEndian(int value) {
    bytes.writeBytes(
        ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array());
  }
}
