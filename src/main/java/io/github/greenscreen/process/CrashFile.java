package io.github.greenscreen.process;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Parses the head of a HotSpot crash file, which names the signal and, below {@code Problematic
 * frame}, the code that received it.
 */
final class CrashFile {
  private static final Logger LOG = LoggerFactory.getLogger(CrashFile.class);

  /** Upper bound of the head's size, even with a long function name. */
  private static final int HEAD_BYTES = 1 << 16;

  private static final Pattern SIGNAL =
      Pattern.compile("(?m)^#\\s+(SIG\\w+) \\(0x[0-9a-f]+\\) at pc=0x[0-9a-f]+(.*)$");

  private static final Pattern FRAME =
      Pattern.compile("(?m)^# Problematic frame:\\R# (\\S)\\s+(.*)$");

  /** A frame of native code: a library, an offset, and possibly a function. */
  private static final Pattern NATIVE =
      Pattern.compile("\\[(.+?)\\+0x[0-9a-f]+\\](?:\\s+(.*?)(?:\\+0x[0-9a-f]+)?)?\\s*");

  /** A frame of Java code, compiled (a number, a compiler) or interpreted. */
  private static final Pattern JAVA =
      Pattern.compile("(?:\\d+%?!?\\s+(?:\\S+\\s+)?)?([\\w.$/<>]+)\\(.*");

  private static final String JAVA_CODE = "Java";

  private CrashFile() {}

  /** Return the crash that {@code file} describes; empty if it describes none or cannot be read. */
  static Optional<Crash> read(Path file) {
    try (InputStream stream = Files.newInputStream(file)) {
      String head = new String(stream.readNBytes(HEAD_BYTES), StandardCharsets.UTF_8);
      return parse(file.getFileName().toString(), head);
    } catch (IOException e) {
      LOG.debug("{} cannot be read", file, e);
      return Optional.empty();
    }
  }

  /** Return the crash that {@code text}, the content of the file {@code name}, describes. */
  static Optional<Crash> parse(String name, String text) {
    Matcher signal = SIGNAL.matcher(text);
    if (!signal.find()) {
      return Optional.empty();
    }
    boolean sent = signal.group(2).contains("sent by kill");
    Matcher frame = FRAME.matcher(text);
    return Optional.of(
        frame.find()
            ? inFrame(signal.group(1), sent, name, frame.group(1), frame.group(2))
            : new Crash(signal.group(1), "", "", sent, name));
  }

  /** Return class and method only. */
  private static String withoutPackage(String method) {
    return method.replaceFirst("^(?:[a-z_][\\w]*\\.)+(?=[A-Z])", "");
  }

  private static Crash inFrame(
      String signal, boolean sent, String name, String kind, String frame) {
    if (kind.equals("J") || kind.equals("j") || kind.equals("A")) {
      Matcher java = JAVA.matcher(frame);
      return new Crash(
          signal, JAVA_CODE, java.matches() ? withoutPackage(java.group(1)) : "", sent, name);
    }
    Matcher code = NATIVE.matcher(frame);
    if (!code.matches()) {
      return new Crash(signal, kind.equals("v") ? JAVA_CODE : "", "", sent, name);
    }
    String function = code.group(2) == null ? "" : CppName.qualified(code.group(2));
    return new Crash(signal, code.group(1), function, sent, name);
  }
}
