package io.github.greenscreen;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.read.ListAppender;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** How warnings look on the terminal. */
final class LoggingTest {
  @Test
  void line_ofAWarning_namesNoClassAndShowsNoStackTrace() throws Exception {
    assertThat(line(Map.of())).matches("\\d\\d:\\d\\d:\\d\\d WARN  no power\n");
  }

  @Test
  void line_ofAVerboseCommand_hasLoggerAndStackTraceWithCauses() throws Exception {
    assertThat(line(Greenscreen.VERBOSE))
        .contains(" WARN  RunStore: no power\n")
        .contains("java.lang.IllegalStateException: outer\n\tat ")
        .contains("Caused by: java.lang.IllegalStateException: inner\n");
  }

  @Test
  void failedBesides_anotherThread_isAWarningInWords() {
    Logger logger = (Logger) LoggerFactory.getLogger(Greenscreen.class);
    ListAppender<ILoggingEvent> lines = new ListAppender<>();
    lines.start();
    logger.addAppender(lines);

    Greenscreen.failedBesides(new Thread("meter"), new OutOfMemoryError("Java heap space"));

    logger.detachAppender(lines);
    assertThat(lines.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .containsExactly("background task \"meter\": out of memory (Java heap space)");
  }

  @SuppressWarnings("unchecked") // the appender of logback.xml
  private static String line(Map<String, String> properties) throws Exception {
    LoggerContext context = new LoggerContext();
    properties.forEach(context::putProperty);
    JoranConfigurator configurator = new JoranConfigurator();
    configurator.setContext(context);
    configurator.doConfigure(LoggingTest.class.getResource("/logback.xml"));
    Logger logger = context.getLogger("io.github.greenscreen.run.RunStore");
    ConsoleAppender<ILoggingEvent> console =
        (ConsoleAppender<ILoggingEvent>)
            context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).getAppender("stderr");
    Throwable problem = new IllegalStateException("outer", new IllegalStateException("inner"));
    LoggingEvent event =
        new LoggingEvent("", logger, Level.WARN, "no power", problem, new Object[0]);
    return new String(console.getEncoder().encode(event), StandardCharsets.UTF_8);
  }
}
