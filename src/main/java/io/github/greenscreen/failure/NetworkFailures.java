package io.github.greenscreen.failure;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;

/** The failures of network connections. */
final class NetworkFailures {
  private static final Pattern CERTIFICATE =
      Pattern.compile(
          "(?:PKIX path \\w+ failed|No subject alternative .*?): ?(.*)|(No .* found\\.?)");

  private static final String UNKNOWN_HOST = ": unknown host name";

  private NetworkFailures() {}

  /** Return the reason; empty if {@code failure} is no failure of a network. */
  static Optional<String> reason(Throwable failure) {
    String said = FailureReason.firstLine(failure);
    if (failure instanceof UnknownHostException) {
      return Optional.of(unknownHost(said));
    }
    if (failure instanceof HttpConnectTimeoutException
        || (failure instanceof SocketTimeoutException
            && said.toLowerCase(Locale.ROOT).startsWith("connect"))) {
      return Optional.of("no connection in time");
    }
    if (failure instanceof HttpTimeoutException || failure instanceof SocketTimeoutException) {
      return Optional.of("no answer in time");
    }
    if (failure instanceof NoRouteToHostException) {
      return Optional.of("no route to the host");
    }
    if (failure instanceof ConnectException) {
      return Optional.of("no connection" + detail(failure, said));
    }
    if (failure instanceof SSLException) {
      return Optional.of(insecure(said));
    }
    if (failure instanceof ClosedByInterruptException) {
      return Optional.of("interrupted");
    }
    return failure instanceof IOException ? ofHttp(said) : Optional.empty();
  }

  /** The message is the name of the host, on some systems followed by what the resolver said. */
  private static String unknownHost(String said) {
    String host = said.split(":", 2)[0].strip();
    return "no connection" + (host.isEmpty() ? "" : " to " + host) + UNKNOWN_HOST;
  }

  /** The HTTP client says nothing itself, and its causes say how it is programmed, but for one. */
  private static String detail(Throwable failure, String said) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof UnresolvedAddressException) {
        return UNKNOWN_HOST;
      }
    }
    return said.isEmpty() ? "" : ": " + lower(said);
  }

  private static Optional<String> ofHttp(String said) {
    if (said.contains("header parser received no bytes")) {
      return Optional.of("the server closed the connection without an answer");
    }
    if (said.startsWith("fixed content-length") || said.startsWith("chunked transfer encoding")) {
      return Optional.of("the connection closed early");
    }
    return said.startsWith("Invalid status line")
        ? Optional.of("the answer is not HTTP")
        : Optional.empty();
  }

  private static String insecure(String said) {
    Matcher certificate = CERTIFICATE.matcher(said);
    if (certificate.matches()) {
      String why = certificate.group(1) == null ? certificate.group(2) : certificate.group(1);
      return "the certificate of the server is not accepted ("
          + lower(why).replaceFirst("\\.$", "")
          + ")";
    }
    return said.isEmpty() ? "no secure connection" : "no secure connection (" + lower(said) + ")";
  }

  /** Begin with a small letter, unless the first word is an abbreviation. */
  private static String lower(String said) {
    boolean word = said.length() > 1 && Character.isLowerCase(said.charAt(1));
    return word ? said.substring(0, 1).toLowerCase(Locale.ROOT) + said.substring(1) : said;
  }
}
