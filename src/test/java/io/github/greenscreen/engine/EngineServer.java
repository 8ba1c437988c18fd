package io.github.greenscreen.engine;

import com.sun.net.httpserver.HttpExchange;
import io.github.greenscreen.download.RangeServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPOutputStream;

/** A web server on this machine that publishes packed libraries as DJL's server does. */
final class EngineServer extends RangeServer {
  private final Map<String, byte[]> files = new TreeMap<>();
  private final List<String> gets = new CopyOnWriteArrayList<>();
  private volatile String cutOff = "";
  private volatile String silent = "";

  EngineServer() throws IOException {
    super("/2.7.1/");
  }

  /** Publish {@code content} as the library {@code name}, such as {@code cpu/linux-x86_64/a.so}. */
  EngineServer library(String name, byte[] content) throws IOException {
    return file(name + ".gz", packed(content));
  }

  /** Publish {@code content} as it is. */
  EngineServer file(String name, byte[] content) {
    files.put(name, content);
    return this;
  }

  /** Publish the index of everything so far, and {@code more} that is not there. */
  EngineServer indexed(String... more) {
    String index = String.join("\n", files.keySet()) + "\n" + String.join("\n", more) + "\n";
    return file("files.txt", index.getBytes(StandardCharsets.UTF_8));
  }

  /** Break connections in the middle of the file {@code name}; none if it is empty. */
  void cutsOff(String name) {
    cutOff = name;
  }

  /** Send half of the file {@code name} and then nothing, whoever asks. */
  void fallsSilent(String name) {
    silent = name;
  }

  /** Return what was asked for, each with its range if it had one. */
  List<String> gets() {
    return List.copyOf(gets);
  }

  static byte[] packed(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(content);
    }
    return bytes.toByteArray();
  }

  @Override
  protected void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String name = exchange.getRequestURI().getRawPath().substring("/2.7.1/".length());
      byte[] content = files.get(name);
      boolean head = exchange.getRequestMethod().equals("HEAD");
      Optional<String> range = range(exchange);
      if (!head) {
        gets.add(name + range.map(r -> " " + r).orElse(""));
      }
      if (content == null) {
        exchange.sendResponseHeaders(404, -1);
      } else if (head) {
        exchange.getResponseHeaders().set("Content-Length", Integer.toString(content.length));
        exchange.sendResponseHeaders(200, -1);
      } else {
        send(exchange, name, content, range);
      }
    }
  }

  private void send(HttpExchange exchange, String name, byte[] content, Optional<String> range)
      throws IOException {
    int from = range.map(RangeServer::from).orElse(0);
    if (from >= content.length) {
      refuseRange(exchange, content.length);
      return;
    }
    byte[] rest = Arrays.copyOfRange(content, from, content.length);
    if (from > 0) {
      announceRange(exchange, from, content.length);
    }
    exchange.sendResponseHeaders(from > 0 ? 206 : 200, rest.length);
    boolean part = name.equals(cutOff) || name.equals(silent);
    int rate = name.equals(silent) && from > 0 ? 0 : rest.length / 2;
    exchange.getResponseBody().write(rest, 0, part ? rate : rest.length);
    exchange.getResponseBody().flush();
    if (name.equals(silent)) {
      waitUntilClosed();
    }
  }
}
