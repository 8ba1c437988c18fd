package io.github.greenscreen.djl.torchscript;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Writes the opcodes of pickle protocol 2 that PyTorch's own unpickler supports (<a
 * href="https://github.com/pytorch/pytorch/blob/v2.7.1/torch/csrc/jit/serialization/pickler.h">pickler.h</a>).
 * Each method appends an opcode and returns this writer.
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

  /** Push a string. */
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

  /** Push a boolean. */
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

  /** Mark this position of the stack. */
  PickleWriter mark() {
    return code('(');
  }

  /** Replace everything above the mark with a tuple of it. */
  PickleWriter tuple() {
    return code('t');
  }

  /** Move the keys and values above the mark into the dictionary below it. */
  PickleWriter setItems() {
    return code('u');
  }

  /** Replace a class and the tuple of its arguments with a new object. */
  PickleWriter newObject() {
    return code(0x81);
  }

  /** Replace a function and the tuple of its arguments with its result. */
  PickleWriter reduce() {
    return code('R');
  }

  /** Replace a tuple with the object outside the pickle that it identifies. */
  PickleWriter persistent() {
    return code('Q');
  }

  /** Set the state of the object below it. */
  PickleWriter build() {
    return code('b');
  }

  /** End the pickle and return its bytes. */
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
