package io.github.greenscreen.cli.support;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/**
 * Encodes text in UTF-8 and hands whole lines to a stream, each as soon as it ends and in one
 * piece. If several such writers, or processes, share a file, its lines stay whole and in order. A
 * line without an end is written by {@link #flush}.
 */
public final class LineWriter extends Writer {
  private final OutputStream stream;
  private final StringBuilder line = new StringBuilder();

  /** Create a writer to {@code stream}, which must not be buffered. */
  public LineWriter(OutputStream stream) {
    this.stream = stream;
  }

  @Override
  public void write(char[] text, int from, int length) throws IOException {
    synchronized (lock) {
      line.append(text, from, length);
      int end = line.lastIndexOf("\n") + 1;
      if (end > 0) {
        send(end);
      }
    }
  }

  @Override
  public void flush() throws IOException {
    synchronized (lock) {
      if (!line.isEmpty()) {
        send(line.length());
      }
      stream.flush();
    }
  }

  @Override
  public void close() throws IOException {
    flush();
    stream.close();
  }

  /** Write the first {@code length} characters; what cannot be written is dropped. */
  private void send(int length) throws IOException {
    String text = line.substring(0, length);
    line.delete(0, length);
    stream.write(text.getBytes(StandardCharsets.UTF_8));
  }
}
