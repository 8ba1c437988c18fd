package io.github.greenscreen.download;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A web server on this machine that serves one archive well, or badly as the test asks. */
public final class ArchiveServer extends RangeServer {
  /** Ways to answer one request. */
  public enum Manner {
    /** Whole answers and ranges, as the official server does. */
    GOOD,
    /** Always from the first byte, status 200. */
    IGNORES_RANGE,
    /** Status 206 with another range than asked. */
    WRONG_RANGE,
    /** Break the connection after half of what was asked for. */
    BREAKS,
    /** Send half of what was asked for and then nothing, for ever. */
    STALLS,
    /** Without Content-Length. */
    UNKNOWN_LENGTH,
    /** Status 404. */
    MISSING
  }

  private final byte[] content;
  private final List<Manner> manners = new CopyOnWriteArrayList<>();
  private final List<String> ranges = new CopyOnWriteArrayList<>();

  /** Serve {@code content}; the last of {@code manners} holds for all further requests. */
  public ArchiveServer(byte[] content, Manner... manners) throws IOException {
    super("/data/");
    this.content = content;
    this.manners.addAll(List.of(manners));
  }

  /** Return the Range header of every request so far, {@code none} where it had none. */
  public List<String> ranges() {
    return List.copyOf(ranges);
  }

  @Override
  protected void answer(HttpExchange exchange) throws IOException {
    Manner manner = manners.size() > 1 ? manners.remove(0) : manners.get(0);
    Optional<String> range = range(exchange);
    ranges.add(range.orElse("none"));
    try (exchange) {
      int from = range.filter(r -> manner != Manner.IGNORES_RANGE).map(RangeServer::from).orElse(0);
      if (manner == Manner.MISSING) {
        exchange.sendResponseHeaders(404, -1);
      } else if (from >= content.length) {
        refuseRange(exchange, content.length);
      } else {
        send(exchange, manner, from);
      }
    }
  }

  private void send(HttpExchange exchange, Manner manner, int from) throws IOException {
    byte[] rest = Arrays.copyOfRange(content, from, content.length);
    if (from > 0) {
      announceRange(exchange, manner == Manner.WRONG_RANGE ? from - 1 : from, content.length);
    }
    exchange.sendResponseHeaders(
        from > 0 ? 206 : 200, manner == Manner.UNKNOWN_LENGTH ? 0 : rest.length);
    boolean half = manner == Manner.BREAKS || manner == Manner.STALLS;
    exchange.getResponseBody().write(rest, 0, half ? rest.length / 2 : rest.length);
    exchange.getResponseBody().flush();
    if (manner == Manner.STALLS) {
      waitUntilClosed();
    }
  }
}
