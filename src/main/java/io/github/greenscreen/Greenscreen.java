package io.github.greenscreen;

import io.github.greenscreen.cli.Parts;
import io.github.greenscreen.cli.Program;
import io.github.greenscreen.console.Terminal;
import io.github.greenscreen.djl.DjlTrainer;
import io.github.greenscreen.engine.Engines;
import io.github.greenscreen.engine.Host;
import io.github.greenscreen.power.MeterChoice;
import io.github.greenscreen.sweep.LocalLauncher;
import io.github.greenscreen.training.TrialEstimator;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The program: puts the parts together and runs one command. */
public final class Greenscreen {
  private Greenscreen() {}

  /** Run the command line {@code arguments} and leave the JVM with its exit code. */
  public static void main(String[] arguments) {
    // Numbers in files, tables, charts and generated code look the same wherever the user lives.
    Locale.setDefault(Locale.ROOT);
    // Unlike System.out, this tells when the other end of a pipe has gone.
    OutputStream out = new FileOutputStream(FileDescriptor.out);
    System.exit(run(writer(out), writer(System.err), arguments));
  }

  /**
   * Run the command line {@code arguments} with results to {@code out} and everything else to
   * {@code err}, and return the exit code: 0 done, 1 failure, 2 bad usage, configuration, data or
   * runs folder, 3 some runs of a sweep failed, 130 interrupted.
   */
  public static int run(PrintWriter out, PrintWriter err, String... arguments) {
    return Program.run(parts(), out, err, arguments);
  }

  private static Parts parts() {
    return new Parts(
        DjlTrainer::new,
        () -> new TrialEstimator(new DjlTrainer()),
        MeterChoice::open,
        options -> new LocalLauncher(Greenscreen.class.getName(), options),
        new Engines(Host.local()),
        Terminal.detect(System.getProperties(), System.getenv()));
  }

  private static PrintWriter writer(OutputStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
  }
}
