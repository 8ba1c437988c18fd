package io.github.greenscreen.download;

import io.github.greenscreen.failure.FailureReason;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fetches one file over HTTP into a {@code .part} file, which a later download continues. A broken
 * connection is retried if the last attempt received some bytes. Proxies are those configured in
 * Java. Not thread-safe.
 */
public final class Download {
  private static final int BUFFER = 1 << 16;
  private static final int ATTEMPTS = 10;
  private static final int OK = 200;
  private static final int PARTIAL = 206;
  private static final int RANGE_NOT_SATISFIABLE = 416;
  private static final Pattern CONTENT_RANGE = Pattern.compile("bytes (\\d+)-\\d+/(\\d+|\\*)");

  private final URI address;
  private final Path part;
  private final Duration timeout;
  private final DownloadListener listener;

  /**
   * Create a download of {@code address} into {@code part}.
   *
   * @param timeout timeout for a connection, and then for bytes
   */
  public Download(URI address, Path part, Duration timeout, DownloadListener listener) {
    this.address = address;
    this.part = part;
    this.timeout = timeout;
    this.listener = listener;
  }

  /**
   * Fetch the missing bytes.
   *
   * @throws DownloadException if the server refuses or the connection keeps failing; the bytes
   *     received are kept
   */
  public void run() throws InterruptedException {
    HttpClient client = client(timeout);
    for (int attempt = 1; ; attempt++) {
      long before = present();
      try {
        if (attempt(client, before)) {
          return;
        }
      } catch (IOException e) {
        if (attempt == ATTEMPTS || present() <= before) {
          throw brokenOff(e);
        }
      }
    }
  }

  /**
   * Return the length of {@code address} in bytes, empty if the server does not report it.
   *
   * @param timeout timeout for an answer
   */
  public static OptionalLong length(URI address, Duration timeout) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(timeout)
            .method("HEAD", HttpRequest.BodyPublishers.noBody())
            .build();
    try {
      HttpResponse<Void> response =
          client(timeout).send(request, HttpResponse.BodyHandlers.discarding());
      return response.statusCode() == OK
          ? response.headers().firstValueAsLong("Content-Length")
          : OptionalLong.empty();
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }

  private static HttpClient client(Duration timeout) {
    return HttpClient.newBuilder()
        .connectTimeout(timeout)
        .followRedirects(HttpClient.Redirect.NORMAL)
        .proxy(ProxySelector.getDefault())
        .build();
  }

  /** Send one request; return whether the file is now complete. */
  private boolean attempt(HttpClient client, long present)
      throws IOException, InterruptedException {
    listener.started(address, present);
    HttpResponse<InputStream> response =
        client.send(request(present), HttpResponse.BodyHandlers.ofInputStream());
    try (InputStream body = response.body()) {
      switch (response.statusCode()) {
        case OK -> receive(body, 0, response.headers().firstValueAsLong("Content-Length"));
        case PARTIAL -> {
          return resume(body, present, response);
        }
        case RANGE_NOT_SATISFIABLE -> {
          return isWhole(present, response);
        }
        default -> throw refused(response.statusCode());
      }
    }
    return true;
  }

  private HttpRequest request(long present) {
    HttpRequest.Builder builder = HttpRequest.newBuilder(address).timeout(timeout);
    if (present > 0) {
      builder.header("Range", "bytes=" + present + "-");
    }
    return builder.build();
  }

  /** Append if the server continues at the end of the file; otherwise start over. */
  private boolean resume(InputStream body, long present, HttpResponse<InputStream> response)
      throws IOException {
    Matcher range =
        CONTENT_RANGE.matcher(response.headers().firstValue("Content-Range").orElse(""));
    if (!range.matches() || !range.group(1).equals(Long.toString(present))) {
      Files.delete(part);
      return false;
    }
    String total = range.group(2);
    receive(
        body,
        present,
        total.equals("*") ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(total)));
    return true;
  }

  /** The server has no bytes beyond the file: accept it if its length is right, else start over. */
  private boolean isWhole(long present, HttpResponse<InputStream> response) throws IOException {
    String range = response.headers().firstValue("Content-Range").orElse("");
    if (present > 0 && range.equals("bytes */" + present)) {
      return true;
    }
    if (present == 0) {
      throw refused(response.statusCode());
    }
    Files.delete(part);
    return false;
  }

  private void receive(InputStream body, long present, OptionalLong total) throws IOException {
    StandardOpenOption how =
        present == 0 ? StandardOpenOption.TRUNCATE_EXISTING : StandardOpenOption.APPEND;
    long done = present;
    byte[] buffer = new byte[BUFFER];
    try (OutputStream out =
            Files.newOutputStream(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, how);
        ReadTimeoutGuard watchdog = new ReadTimeoutGuard(body, timeout)) {
      for (int n = watchdog.read(buffer); n >= 0; n = watchdog.read(buffer)) {
        out.write(buffer, 0, n);
        done += n;
        listener.received(done, total);
      }
    }
    if (total.isPresent() && done < total.getAsLong()) {
      throw new IOException("the connection closed early");
    }
  }

  private long present() {
    try {
      return Files.exists(part) ? Files.size(part) : 0;
    } catch (IOException e) {
      throw DownloadException.brokenOff(
          "%s: cannot be read (%s)".formatted(part, FailureReason.of(e)), e);
    }
  }

  private DownloadException refused(int status) {
    return DownloadException.refused(
        "%s: the server answered %s, expected the file (200)".formatted(address, status));
  }

  private DownloadException brokenOff(IOException e) {
    return DownloadException.brokenOff(
        "%s: the download was interrupted after %s bytes (%s)"
            .formatted(address, String.format(Locale.ROOT, "%,d", present()), reason(e)),
        e);
  }

  /** Describe the failure, and name the host if it could not be reached at all. */
  private String reason(IOException e) {
    return FailureReason.of(e).replaceFirst("^no connection(?! to)", "no connection to " + host());
  }

  private String host() {
    return ProxySelector.getDefault().select(address).stream()
        .filter(proxy -> proxy.address() instanceof InetSocketAddress)
        .map(proxy -> (InetSocketAddress) proxy.address())
        .findFirst()
        .map(proxy -> through(proxy.getHostString(), proxy.getPort()))
        .orElse(address.getHost());
  }

  private String through(String proxy, int port) {
    return address.getHost() + " through the proxy " + proxy + ":" + port;
  }
}
