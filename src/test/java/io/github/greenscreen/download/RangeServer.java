package io.github.greenscreen.download;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A web server on this machine whose files can be fetched in parts, as the test asks. */
public abstract class RangeServer implements AutoCloseable {
  private final HttpServer server;
  private final String path;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch closed = new CountDownLatch(1);

  /** Serve what is below {@code path}. */
  protected RangeServer(String path) throws IOException {
    this.path = path;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(path, this::answer);
    server.setExecutor(threads);
    server.start();
  }

  /** Answer one request. */
  protected abstract void answer(HttpExchange exchange) throws IOException;

  /** Return the address of {@code path}. */
  public final URI base() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  /** Return the Range header of a request. */
  protected static Optional<String> range(HttpExchange exchange) {
    return Optional.ofNullable(exchange.getRequestHeaders().getFirst("Range"));
  }

  /** Return the first byte of a {@code range}. */
  protected static int from(String range) {
    return Integer.parseInt(range.replaceAll("\\D", ""));
  }

  /** Answer that a range begins after the end of {@code length} bytes. */
  protected static void refuseRange(HttpExchange exchange, int length) throws IOException {
    exchange.getResponseHeaders().set("Content-Range", "bytes */" + length);
    exchange.sendResponseHeaders(416, -1);
  }

  /** Say that the bytes from {@code from} to the end of {@code length} bytes follow. */
  protected static void announceRange(HttpExchange exchange, int from, int length) {
    exchange
        .getResponseHeaders()
        .set("Content-Range", "bytes %d-%d/%d".formatted(from, length - 1, length));
  }

  /** Send nothing until the server is closed. */
  protected final void waitUntilClosed() {
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public final void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
