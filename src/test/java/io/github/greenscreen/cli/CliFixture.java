package io.github.greenscreen.cli;

import io.github.greenscreen.cli.support.CliContext;
import io.github.greenscreen.console.Terminal;
import io.github.greenscreen.engine.Engines;
import io.github.greenscreen.engine.FakeHost;
import io.github.greenscreen.power.PowerMeter;
import io.github.greenscreen.power.meter.MeterChoice;
import io.github.greenscreen.power.meter.NullMeter;
import io.github.greenscreen.run.RunFolder;
import io.github.greenscreen.run.model.RunState;
import io.github.greenscreen.sweep.launch.DeviceHolder;
import io.github.greenscreen.sweep.launch.Launcher;
import io.github.greenscreen.sweep.launch.RunProcess;
import io.github.greenscreen.sweep.launch.Slot;
import io.github.greenscreen.training.TrainingRun;
import io.github.greenscreen.training.benchmark.ThroughputEstimator.Speed;
import io.github.greenscreen.training.engine.EngineAcceptance;
import io.github.greenscreen.training.engine.EngineAcceptance.Verdict;
import io.github.greenscreen.training.engine.EngineInfo;
import io.github.greenscreen.training.engine.EngineSelfTest;
import io.github.greenscreen.training.engine.EpochResult;
import io.github.greenscreen.training.engine.TrainedNetworks;
import io.github.greenscreen.training.engine.Trainer;
import io.github.greenscreen.training.engine.TrainingObserver;
import io.github.greenscreen.training.hyperparameter.Hyperparameters;
import io.github.greenscreen.training.hyperparameter.Precision;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The command line in a test: a trainer that trains nothing, a launcher that stays in this process,
 * a small search space. {@code @} in an argument stands for the folder of the test.
 */
public final class CliFixture {
  private final Path folder;
  private final List<MeterChoice> meters = new ArrayList<>();
  private final List<List<String>> launches = new ArrayList<>();
  private Trainer trainer = new FakeTrainer();
  private Optional<EngineSelfTest> selfTest = Optional.empty();
  private Optional<Launcher> trainLauncher = Optional.empty();
  private Optional<TrainedNetworks> networks = Optional.empty();
  private Optional<PowerMeter> meter = Optional.empty();
  private Map<String, String> environment = Map.of();
  private Engines engines = new Engines(new FakeHost(Path.of("/no/such/home")).host());

  /**
   * What a command left behind.
   *
   * @param code exit code
   * @param out its standard output
   * @param err its standard error
   */
  public record Outcome(int code, String out, String err) {}

  /** Work in {@code folder}, which gets a {@code config.yaml}. */
  public CliFixture(Path folder) throws IOException {
    this.folder = folder;
    Files.writeString(
        folder.resolve("config.yaml"),
        """
        method: random
        run_cap: 3
        parameters:
          batch_size: {values: [4, 32, 64, 128]}
          lr:         {values: [0.01, 8.0e-4]}
          precision:  {value: float32}
          model:      {value: resnet20}
          dataset:    {value: shapes}
          epochs:     {value: 2}
          seed:       {value: 22}
        """);
  }

  /** Replace all of {@code config.yaml} before its parameters by {@code keys}. */
  public void configure(String keys) throws IOException {
    String text = Files.readString(path("config.yaml"));
    Files.writeString(path("config.yaml"), keys + text.substring(text.indexOf("parameters:")));
  }

  /** Train with {@code other} from now on. */
  public CliFixture with(Trainer other) {
    trainer = other;
    return this;
  }

  /** Test the engine by {@code other} from now on. */
  public CliFixture with(EngineSelfTest other) {
    selfTest = Optional.of(other);
    return this;
  }

  /** Use trained networks by {@code other} from now on. */
  public CliFixture with(TrainedNetworks other) {
    networks = Optional.of(other);
    return this;
  }

  /** Read {@code other} in place of any meter from now on. */
  public CliFixture with(PowerMeter other) {
    meter = Optional.of(other);
    return this;
  }

  /** Train the one run of a command by {@code launcher} from now on. */
  CliFixture withTrainLauncher(Launcher launcher) {
    trainLauncher = Optional.of(launcher);
    return this;
  }

  /** Choose builds of PyTorch by {@code other} from now on. */
  public CliFixture with(Engines other) {
    engines = other;
    return this;
  }

  /** Find the tools of meters by {@code other} from now on. */
  public CliFixture with(Map<String, String> other) {
    environment = other;
    return this;
  }

  /** Return the choice of every meter that was opened. */
  public List<MeterChoice> meters() {
    return meters;
  }

  /** Return the options of every launcher that was made. */
  public List<List<String>> launches() {
    return launches;
  }

  public Path path(String relative) {
    return folder.resolve(relative);
  }

  /** Run a command, its words separated by blanks. */
  public Outcome run(String command) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = run(command, out, err);
    MessageScan.printed(out + "\n" + err);
    MessageScan.logged();
    MessageScan.recorded(folder);
    return new Outcome(code, plain(out), plain(err));
  }

  /** Run a command that writes to {@code out} and {@code err}, and return its exit code. */
  public int run(String command, Writer out, Writer err) {
    String[] words =
        Arrays.stream(command.split(" "))
            .filter(word -> !word.isEmpty())
            .map(word -> word.replace("@", folder.toString()))
            .toArray(String[]::new);
    return CommandLineApp.run(context(), out, new PrintWriter(err), words);
  }

  /** Run a command that needs a runs folder, the configuration and few images. */
  public Outcome study(String command) {
    return run(command + " --runs @/runs --config @/config.yaml --limit 100");
  }

  /** Every precision trains at once, float64 slower. */
  private static EngineSelfTest.Outcome selfTest(Hyperparameters how) {
    double speed = how.precision() == Precision.FLOAT64 ? 12.34 : 50;
    return new EngineSelfTest.Outcome(speed, "Intel AVX2", Optional.empty());
  }

  /** Two checks, the one that could not be made included. */
  private static void acceptance(Consumer<EngineAcceptance.Check> checks) {
    checks.accept(new EngineAcceptance.Check(Verdict.PASSED, "losses", "float32", "off by 0"));
    checks.accept(new EngineAcceptance.Check(Verdict.SKIPPED, "several GPUs", "each", "no GPU"));
  }

  /** Return a context whose engine is chosen by {@code engines}; nothing else of it is special. */
  public static CliContext context(Engines engines) {
    CliContext context = context(new FakeTrainer());
    return new CliContext(
        context.trainer(),
        context.selfTest(),
        context.acceptance(),
        context.estimator(),
        context.networks(),
        context.meter(),
        context.launcher(),
        context.trainLauncher(),
        context.watcher(),
        context.holder(),
        engines,
        context.terminal());
  }

  static CliContext context(Trainer trainer) {
    return context(trainer, Map.of());
  }

  private static CliContext context(Trainer trainer, Map<String, String> environment) {
    return new CliContext(
        () -> trainer,
        () -> CliFixture::selfTest,
        () -> CliFixture::acceptance,
        () -> (how, images) -> new Speed(100, 200),
        FakeNetworks::new,
        choice -> environment.isEmpty() ? new NullMeter() : choice.open(environment),
        options -> new InProcess(),
        Optional.empty(),
        Optional.empty(),
        DeviceHolder.NONE,
        new Engines(new FakeHost(Path.of("/no/such/home")).host()),
        Terminal.plain());
  }

  private CliContext context() {
    CliContext context = context(trainer, environment);
    return new CliContext(
        context.trainer(),
        selfTest.<Supplier<EngineSelfTest>>map(test -> () -> test).orElse(context.selfTest()),
        context.acceptance(),
        context.estimator(),
        networks.<Supplier<TrainedNetworks>>map(other -> () -> other).orElse(context.networks()),
        choice -> {
          meters.add(choice);
          return meter.orElseGet(() -> context.meter().apply(choice));
        },
        options -> {
          launches.add(options);
          return new InProcess();
        },
        trainLauncher.map(
            launcher ->
                options -> {
                  launches.add(options);
                  return launcher;
                }),
        context.watcher(),
        context.holder(),
        engines,
        context.terminal());
  }

  /** Trains in this process. */
  private static final class InProcess implements Launcher {
    @Override
    public List<Slot> slots(OptionalInt parallel) {
      return List.of(Slot.only());
    }

    @Override
    public RunProcess start(RunFolder run, Slot slot) {
      TrainingRun training = new TrainingRun(new FakeTrainer(), new NullMeter());
      return new RunProcess() {
        @Override
        public int await() {
          RunState state = training.train(run, new Silence()).state();
          return state == RunState.COMPLETED ? 0 : 1;
        }

        @Override
        public void stop() {
          training.stop();
        }

        @Override
        public void kill() {
          training.stop();
        }
      };
    }
  }

  private String plain(StringWriter text) {
    return text.toString().replace(System.lineSeparator(), "\n").replace(folder.toString(), "@");
  }

  private static final class Silence implements TrainingObserver {
    @Override
    public void trainingBegins(EngineInfo preparation) {}

    @Override
    public void epochEnded(EpochResult result) {}
  }
}
