package io.github.greenscreen.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.greenscreen.SmiScenario;
import io.github.greenscreen.SmiScenario.Row;
import io.github.greenscreen.SmiScenario.Tick;
import io.github.greenscreen.power.PowerSample;
import io.github.greenscreen.run.RunFolder;
import io.github.greenscreen.run.StatusEntries;
import io.github.greenscreen.run.model.EpochRow;
import io.github.greenscreen.run.model.RunEnergy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Everything that {@code nvidia-smi} was seen to say instead of a number, at the start of a run, in
 * the middle of it and from beginning to end, to the loop and to single calls, through the whole
 * program. Good rows say {@value #WATTS} W, so whatever else the samples say is wrong.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the fake nvidia-smi is a shell script")
@Timeout(240)
final class AwkwardOutputTest {
  private static final int WATTS = 100;
  private static final long EPOCH_MILLIS = 800;
  private static final Row GPU = new Row(0, "GPU-11");
  private static final Row GOOD = GPU.power("100.00");
  private static final String DRIVER =
      "NVIDIA-SMI has failed because it couldn\u2019t communicate with the NVIDIA driver.";
  private static final Map<Case, CompletableFuture<RunFolder>> RUNS = new ConcurrentHashMap<>();
  private static final ExecutorService THREADS = Executors.newFixedThreadPool(16);

  @TempDir private static Path folder;

  /** What is said; {@code reason} must be found in {@code status.yaml}. */
  private record Output(String name, String reason, boolean everyCall, Tick tick) {
    @Override
    public String toString() {
      return name;
    }
  }

  private enum When {
    START,
    MIDDLE,
    ALWAYS
  }

  private enum Mode {
    LOOP,
    SINGLE_CALLS
  }

  private record Case(Output output, When when, Mode mode) {
    @Override
    public String toString() {
      return output + ", " + when + ", " + mode;
    }
  }

  private static Stream<Output> outputs() {
    String unable = "Unable to determine the device handle for GPU0000:02:00.0: Unknown Error";
    String lost = "GPU is lost. Reboot the system to recover this GPU";
    String mismatch = "Failed to initialize NVML: Driver/library version mismatch";
    String field = "Field \"power.draw.average\" is not a valid field to query.";
    return Stream.of(
        cell("[N/A]"),
        cell("N/A"),
        cell("[Not Supported]"),
        cell("[Unknown Error]"),
        cell("[GPU requires reset]"),
        cell("[Insufficient Permissions]"),
        cell("[Requested functionality has been deprecated]"),
        cell("ERR!"),
        cell(""),
        fault(
            "no devices",
            "No devices were found",
            new Tick().line("No devices were found").exit(6)),
        fault(
            "no devices, exit 0",
            "No devices were found",
            new Tick().line("No devices were found").exit(0)),
        fault("driver", "NVIDIA-SMI has failed because", new Tick().line(DRIVER).exit(9)),
        fault("mismatch", mismatch, new Tick().stderr(mismatch).exit(18)),
        fault("lost", lost, new Tick().stderr(lost).exit(15)),
        line("handle", unable, new Tick().line(unable)),
        line("handle between rows", unable, new Tick().line(unable).rows(GOOD)),
        line("rubbish", "Segmentation fault", new Tick().line("Segmentation fault")),
        line("half a line", "0, GPU-11, 10", new Tick().half("0, GPU-11, 10")),
        line("half a line and the end", "", new Tick().half("0, GPU-11, 10").exit(1)),
        line("nothing", "", new Tick()),
        line("hang", "", new Tick().hang()),
        line("unknown field", field, new Tick().line(field).exit(2)));
  }

  private static Output cell(String text) {
    String reason = "of GPU 0 is \"" + text + "\"";
    return new Output("cell " + text, reason, false, new Tick().rows(GPU.power(text)));
  }

  /** Make a fault of the whole tool, which other calls meet as well. */
  private static Output fault(String name, String reason, Tick tick) {
    return new Output(name, reason, true, tick);
  }

  private static Output line(String name, String reason, Tick tick) {
    return new Output(name, reason, false, tick);
  }

  private static Stream<Case> cases() {
    return RUNS.keySet().stream().sorted(Comparator.comparing(Case::toString));
  }

  @BeforeAll
  static void start() {
    outputs()
        .flatMap(o -> Stream.of(When.values()).map(when -> new Case(o, when, Mode.LOOP)))
        .flatMap(c -> Stream.of(Mode.values()).map(mode -> new Case(c.output(), c.when(), mode)))
        .filter(c -> c.when() != When.ALWAYS || c.mode() == Mode.LOOP)
        .forEach(c -> RUNS.put(c, CompletableFuture.supplyAsync(() -> run(c), THREADS)));
  }

  @AfterAll
  static void end() {
    THREADS.shutdown();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void train_whateverTheToolSays_goesOnAndIsHonest(Case each) {
    RunFolder run = RUNS.get(each).join();

    List<PowerSample> samples = run.readPower();
    assertThat(samples)
        .allMatch(sample -> Double.isNaN(sample.powerW()) || sample.powerW() == WATTS);
    assertThat(run.readEpochs())
        .extracting(EpochRow::epoch)
        .containsExactly("pre", "0", "1", "post");
    Map<String, String> facts = StatusEntries.of(run.readStatus());
    assertThat(facts.getOrDefault("power_trouble", "")).contains(each.output().reason());
    RunEnergy energy = run.readStatus().measurements().energy();
    double truth = WATTS * 2 * EPOCH_MILLIS / 3_600_000.0;
    if (energy.incomplete().isEmpty()) {
      assertThat(energy.grossWh()).isCloseTo(truth, within(0.005 * truth));
      assertThat(each.when() == When.ALWAYS && !each.output().name().contains("between")).isFalse();
    } else {
      assertThat(energy.grossWh()).isNotEqualTo(0);
      assertThat(facts).containsKey("power_failed_reads");
    }
  }

  private static RunFolder run(Case each) {
    try {
      Path place = Files.createTempDirectory(folder, "case");
      CliFixture cli = new CliFixture(place).with(scenario(each).install(place));
      cli.with(new TimedFakeTrainer(0, EPOCH_MILLIS, millis -> {}));
      CliFixture.Outcome outcome =
          cli.study("train --meter nvidia-smi --idle 0 --meter-period 0.2");
      assertThat(outcome.code()).as(outcome.err()).isZero();
      return new RunFolder(cli.path("runs/001"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SmiScenario scenario(Case each) {
    SmiScenario scenario = new SmiScenario().gpu("NVIDIA H100, 80GB", "GPU-11");
    Tick bad = each.output().tick();
    boolean everyCall = each.output().everyCall();
    if (everyCall && each.when() != When.MIDDLE) {
      scenario.brokenCalls(each.when() == When.START ? 2 : Integer.MAX_VALUE, bad);
    }
    if (each.mode() == Mode.SINGLE_CALLS) {
      script(each).forEach(scenario.withoutHelp()::tick);
      return scenario;
    }
    if (each.when() == When.ALWAYS || (everyCall && each.when() == When.MIDDLE)) {
      scenario.tick(bad);
    }
    if (each.when() != When.ALWAYS) {
      scenario.tick(new Tick().rows(GOOD));
    }
    script(each).forEach(scenario::loopTick);
    return scenario;
  }

  private static List<Tick> script(Case each) {
    Tick good = new Tick().rows(GOOD);
    Tick bad = each.output().tick();
    return switch (each.when()) {
      case START -> List.of(bad, good);
      case MIDDLE -> List.of(good, good, good, good, bad, good);
      case ALWAYS -> List.of(bad);
    };
  }
}
