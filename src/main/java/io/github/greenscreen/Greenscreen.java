package io.github.greenscreen;

import io.github.greenscreen.cli.CommandLineApp;
import io.github.greenscreen.cli.support.CliContext;
import io.github.greenscreen.cli.support.LineWriter;
import io.github.greenscreen.cli.support.StandardOutput;
import io.github.greenscreen.console.Terminal;
import io.github.greenscreen.djl.DjlNetworks;
import io.github.greenscreen.djl.DjlTrainer;
import io.github.greenscreen.djl.acceptance.Acceptance;
import io.github.greenscreen.djl.selftest.SelfTest;
import io.github.greenscreen.engine.Engines;
import io.github.greenscreen.engine.Host;
import io.github.greenscreen.failure.FailureReason;
import io.github.greenscreen.power.meter.MeterChoice;
import io.github.greenscreen.sweep.launch.ChildHolder;
import io.github.greenscreen.sweep.launch.Launcher;
import io.github.greenscreen.sweep.launch.LauncherType;
import io.github.greenscreen.sweep.launch.LocalLauncher;
import io.github.greenscreen.training.benchmark.MeasuringEstimator;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.LoggerFactory;

/** The main class: connects the packages and runs one command. */
public final class Greenscreen {
  /** Properties for logback.xml, which is read when the first logger is created. */
  static final Map<String, String> VERBOSE =
      Map.of("greenscreen.log", "DEBUG", "greenscreen.detail", "%logger{0}: %msg%n%ex");

  private Greenscreen() {}

  /** Run the command line {@code arguments} and leave the JVM with its exit code. */
  public static void main(String[] arguments) {
    if (List.of(arguments).contains("--verbose")) {
      VERBOSE.forEach(System::setProperty);
    }
    // Numbers in files, tables, charts and generated code look the same in every locale.
    Locale.setDefault(Locale.ROOT);
    Thread.setDefaultUncaughtExceptionHandler(Greenscreen::failedBesides);
    Writer out = new LineWriter(new StandardOutput());
    Writer err = new LineWriter(new FileOutputStream(FileDescriptor.err));
    System.exit(run(out, new PrintWriter(err, true), arguments));
  }

  /**
   * Run the command line {@code arguments} with results to {@code out} and everything else to
   * {@code err}, and return the exit code: 0 done, 1 failure, 2 bad usage, configuration, data or
   * runs folder, 3 some runs of a sweep failed, 4 nothing to suggest, 130 interrupted, 141 the
   * reader of {@code out} has gone.
   */
  public static int run(Writer out, PrintWriter err, String... arguments) {
    return CommandLineApp.run(context(), out, err, arguments);
  }

  /** Log what ended {@code thread}, which no command waits for; only --verbose shows its trace. */
  static void failedBesides(Thread thread, Throwable problem) {
    LoggerFactory.getLogger(Greenscreen.class)
        .warn("background task \"{}\": {}", thread.getName(), FailureReason.of(problem), problem);
  }

  private static CliContext context() {
    return new CliContext(
        () -> new DjlTrainer(selfTest()),
        Greenscreen::selfTest,
        () -> Acceptance.ofMachine(AcceptanceProcess.class.getName()),
        () -> new MeasuringEstimator(new DjlTrainer(selfTest())),
        () -> new DjlNetworks(selfTest()),
        MeterChoice::open,
        options -> LauncherType.LOCAL.create(Greenscreen.class.getName(), options),
        trainLauncher(System.getenv()),
        System.getenv(LocalLauncher.WATCHED) == null ? Optional.empty() : Optional.of(System.in),
        new ChildHolder(HolderProcess.class.getName()),
        new Engines(Host.local()),
        Terminal.detect(System.getProperties(), System.getenv()));
  }

  /**
   * Return the launcher of {@code train}; empty in a process that was itself started to train a
   * run. A crash then ends only the child.
   */
  private static Optional<Function<List<String>, Launcher>> trainLauncher(
      Map<String, String> environment) {
    return environment.containsKey(LocalLauncher.PARENT)
            || environment.containsKey(LocalLauncher.WATCHED)
        ? Optional.empty()
        : Optional.of(options -> LauncherType.WATCHED.create(Greenscreen.class.getName(), options));
  }

  private static SelfTest selfTest() {
    return SelfTest.ofMachine(SelfTestProcess.class.getName(), build());
  }

  /** Return an identifier of this build, released or not. */
  private static String build() {
    String version =
        Optional.ofNullable(Greenscreen.class.getPackage().getImplementationVersion())
            .orElse("development");
    String place = Greenscreen.class.getProtectionDomain().getCodeSource().getLocation().getPath();
    return version + " " + new File(place).lastModified();
  }
}
