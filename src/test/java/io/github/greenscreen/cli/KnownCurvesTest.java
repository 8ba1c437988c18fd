package io.github.greenscreen.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.greenscreen.PowerCurve;
import io.github.greenscreen.SmiScenario;
import io.github.greenscreen.SmiScenario.Row;
import io.github.greenscreen.SmiScenario.Tick;
import io.github.greenscreen.run.RunFolder;
import io.github.greenscreen.run.StatusEntries;
import io.github.greenscreen.run.model.RunEnergy;
import io.github.greenscreen.run.model.RunStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Powers whose energy is known, through the whole program: the fake tool on the PATH gives at every
 * moment what a GPU would give that draws such a power, and {@code train} writes its files. The
 * cases sleep nearly all the time and therefore run side by side.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the fake nvidia-smi is a shell script")
@Timeout(120)
final class KnownCurvesTest {
  private static final int IDLE = 40;
  private static final boolean MEANS = true;
  private static final boolean MOMENTS = false;
  private static final String SECOND = "--meter-period 1";
  private static final Row GPU = new Row(0, "GPU-11");
  private static final Map<Case, CompletableFuture<Outcome>> RUNS = new ConcurrentHashMap<>();
  private static final ExecutorService THREADS = Executors.newCachedThreadPool();

  @TempDir private static Path folder;

  /** What the power is, how it is read, and how long an epoch takes; there are two. */
  enum Case {
    CONSTANT(PowerCurve.constant(IDLE, 250), MEANS, SECOND, 3000),
    RAMP(PowerCurve.ramp(IDLE, 100, 50), MEANS, SECOND, 3000),
    RAMP_BY_SINGLE_CALLS(PowerCurve.ramp(IDLE, 400, 10), MEANS, SECOND, 3000),
    RAMP_OF_MOMENTS(PowerCurve.ramp(IDLE, 100, 50), MOMENTS, "--meter-period 0.5", 3000),
    SQUARE_OF_5_S(PowerCurve.square(IDLE, 50, 250, 5000), MEANS, SECOND, 5000),
    SQUARE_OF_HALF_A_SECOND(PowerCurve.square(IDLE, 50, 250, 500), MEANS, SECOND, 3000),
    SPIKES(PowerCurve.spikes(IDLE, 70, 700, 2000, 100), MEANS, SECOND, 3000),
    LOSSES(PowerCurve.square(IDLE, 50, 250, 5000), MEANS, "--meter-period 0.1", 5000);

    private final PowerCurve curve;
    private final boolean means;
    private final String period;
    private final long epochMillis;

    Case(PowerCurve curve, boolean means, String period, long epochMillis) {
      this.curve = curve;
      this.means = means;
      this.period = period;
      this.epochMillis = epochMillis;
    }

    private SmiScenario scenario() {
      SmiScenario scenario = new SmiScenario().gpu("NVIDIA H100, 80GB", "GPU-11").curve(curve);
      Row row = means ? GPU.measured() : GPU.instant();
      Tick whole = new Tick().rows(row);
      return switch (this) {
        case LOSSES -> scenario.tick(whole).loopTick(new Tick().lossyRow(20, row));
        case RAMP_BY_SINGLE_CALLS -> scenario.tick(whole).loopTick(new Tick().rows(row).exit(0));
        default -> scenario.tick(whole);
      };
    }

    private Outcome run() {
      try {
        Path place = Files.createDirectory(folder.resolve(name()));
        TimedFakeTrainer trainer =
            new TimedFakeTrainer(1700, epochMillis, millis -> begin(place, millis));
        CliFixture cli = new CliFixture(place).with(scenario().install(place)).with(trainer);
        CliFixture.Outcome outcome =
            cli.study("train --baseline --meter nvidia-smi --idle 2 " + period);
        assertThat(outcome.code()).as(outcome.err()).isZero();
        return new Outcome(this, cli, trainer, begun(place));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** What one case left behind, and what it should have left. */
  private record Outcome(Case of, CliFixture cli, TimedFakeTrainer trainer, long begin) {
    RunStatus status() {
      return new RunFolder(cli.path("runs/001")).readStatus();
    }

    RunEnergy energy() {
      return status().measurements().energy();
    }

    double seconds() {
      return (trainer.endMillis() - trainer.startMillis()) / 1000.0;
    }

    double grossWh() {
      double from = (double) (trainer.startMillis() - begin);
      return of.curve.joules(from, (double) (trainer.endMillis() - begin)) / 3600;
    }

    double netWh() {
      return grossWh() - IDLE * seconds() / 3600;
    }
  }

  @BeforeAll
  static void start() {
    for (Case each : Case.values()) {
      RUNS.put(each, CompletableFuture.supplyAsync(each::run, THREADS));
    }
  }

  @AfterAll
  static void end() {
    THREADS.shutdown();
  }

  @ParameterizedTest
  @EnumSource(names = "LOSSES", mode = EnumSource.Mode.EXCLUDE)
  void train_underAKnownPower_recordsItsEnergy(Case each) {
    Outcome outcome = RUNS.get(each).join();

    RunEnergy energy = outcome.energy();
    double gross = outcome.grossWh();
    assertThat(energy.grossWh()).isCloseTo(gross, within(0.005 * gross));
    assertThat(energy.idlePowerW()).isCloseTo(IDLE, within(0.01));
    assertThat(energy.netWh()).isCloseTo(outcome.netWh(), within(0.01 * outcome.netWh()));
    assertThat(energy.incomplete()).isEmpty();
  }

  @Test
  void analyze_ofAKnownPower_tellsTheSameEnergy() throws IOException {
    Outcome outcome = RUNS.get(Case.RAMP).join();

    String command = "analyze --runs @/runs --report @/report";
    CliFixture.Outcome analysis = outcome.cli().run(command);
    assertThat(analysis.code()).as(analysis.err()).isZero();

    List<String> lines = Files.readAllLines(outcome.cli().path("report/runs_summary.csv"));
    List<String> names = List.of(lines.get(0).split(",", -1));
    List<String> cells = List.of(lines.get(1).split(",", -1));
    double gross = Double.parseDouble(cells.get(names.indexOf("energy_Wh")));
    assertThat(gross).isCloseTo(outcome.grossWh(), within(0.005 * outcome.grossWh()));
    double net = Double.parseDouble(cells.get(names.indexOf("energy_net_Wh")));
    assertThat(net).isCloseTo(outcome.netWh(), within(0.01 * outcome.netWh()));
  }

  @Test
  void train_withAFifthOfTheSamplesLost_isNearAndMarked() {
    Outcome outcome = RUNS.get(Case.LOSSES).join();

    RunEnergy energy = outcome.energy();
    assertThat(energy.grossWh()).isCloseTo(outcome.grossWh(), within(0.02 * outcome.grossWh()));
    assertThat(energy.coveragePercent()).isCloseTo(80, within(8.0));
    assertThat(energy.incomplete())
        .matches(
            "power samples cover [78]\\d\\.\\d % of the training time; at least 95 % is needed");
    assertThat(Integer.parseInt(StatusEntries.of(outcome.status()).get("power_failed_reads")))
        .isPositive();
    assertThat(outcome.cli().run("runs show 1 --runs @/runs").out())
        .contains("(incomplete: power samples cover ")
        .contains("power_failed_reads ");
  }

  private static void begin(Path place, long millis) {
    try {
      SmiScenario.begin(place, millis);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long begun(Path place) throws IOException {
    return Long.parseLong(Files.readString(place.resolve("begin")).strip());
  }
}
