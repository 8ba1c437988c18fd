package io.github.greenscreen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.github.greenscreen.failure.JavaNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/**
 * Looks for names of Java classes and packages in what commands print, log, and record. The fixture
 * of the command line scans every command of every test.
 */
public final class MessageScan {
  private static final LogLines LOGGED = LogLines.install();

  private MessageScan() {}

  /** Fail if {@code text}, what a command printed, names Java outside of a stack trace. */
  static void printed(String text) {
    text.lines().filter(line -> !isOfStackTrace(line)).forEach(MessageScan::check);
  }

  /** Fail if a warning or error that was logged since the last call names Java. */
  static void logged() {
    LOGGED.drain().forEach(MessageScan::check);
  }

  /** Fail if the reason of a run below {@code folder} names Java. */
  static void recorded(Path folder) {
    try (Stream<Path> files = Files.walk(folder, 3)) {
      for (Path file : files.filter(path -> path.endsWith("status.yaml")).toList()) {
        reason(file).ifPresent(MessageScan::check);
      }
    } catch (IOException e) {
      // A test of unreadable folders.
    }
  }

  /** Fail if {@code message} names Java. */
  public static void check(String message) {
    assertThat(JavaNames.areIn(message)).as("names of Java in: " + message).isFalse();
  }

  private static Optional<String> reason(Path file) throws IOException {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.filter(line -> line.startsWith("reason:")).findFirst();
    }
  }

  private static boolean isOfStackTrace(String line) {
    return line.startsWith("\t")
        || line.startsWith("Caused by: ")
        || line.matches("(?:[a-z]\\w*\\.)+[A-Z]\\w*(?:Exception|Error)(?:: .*)?");
  }

  /** Collects the messages of warnings and errors. */
  private static final class LogLines extends AppenderBase<ILoggingEvent> {
    private final ConcurrentLinkedQueue<String> lines = new ConcurrentLinkedQueue<>();

    static LogLines install() {
      LogLines lines = new LogLines();
      Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
      lines.setContext(root.getLoggerContext());
      lines.start();
      root.addAppender(lines);
      return lines;
    }

    @Override
    protected void append(ILoggingEvent event) {
      if (event.getLevel().isGreaterOrEqual(Level.WARN)) {
        lines.add(event.getFormattedMessage());
      }
    }

    List<String> drain() {
      List<String> drained = List.copyOf(lines);
      lines.removeAll(drained);
      return drained;
    }
  }
}
