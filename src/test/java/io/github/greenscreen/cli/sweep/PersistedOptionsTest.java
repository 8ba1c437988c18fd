package io.github.greenscreen.cli.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.cli.CliFixture;
import io.github.greenscreen.cli.CliFixture.Outcome;
import io.github.greenscreen.power.meter.MeterChoice;
import io.github.greenscreen.run.RunStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a sweep is told when it starts counts again when it is resumed. */
final class PersistedOptionsTest {
  private static final List<String> WORDS =
      List.of("--meter", "estimate:65W", "--meter-period", "0.5");

  @TempDir private Path folder;
  private CliFixture cli;

  @BeforeEach
  void prepare() throws IOException {
    // Without an nvidia-smi on the path, and with real meters.
    cli = new CliFixture(folder).with(Map.of("PATH", "/no/such/folder"));
  }

  @Test
  void sweep_started_keepsWhatWasSaid() {
    start("--idle 0 --cool-down 0 --energy-budget 5kWh --max-power 900");

    assertThat(settings())
        .containsExactly(
            Map.entry("meter", "estimate:65W"),
            Map.entry("meter-period", "0.5"),
            Map.entry("idle", "0"),
            Map.entry("cool-down", "0"),
            Map.entry("energy-budget", "5kWh"),
            Map.entry("max-power", "900"));
  }

  @Test
  void sweep_nothingSaid_keepsNothing() {
    assertThat(cli.study("sweep -n 1").code()).isZero();

    assertThat(settings()).isEmpty();
  }

  @Test
  void resume_nothingSaid_measuresAsBefore() {
    start("--idle 1");

    assertThat(cli.run("sweep --resume --runs @/runs").code()).isZero();

    assertThat(cli.launches()).containsExactly(WORDS, WORDS);
    assertThat(cli.meters()).containsOnly(MeterChoice.of("estimate:65W", Duration.ofMillis(500)));
  }

  @Test
  void resume_budgetThatIsUsedUp_stillHoldsAndCanBeRaised() throws IOException {
    start("--idle 0 --energy-budget 5kWh");
    replaceInPlan("energy-budget: 5kWh", "energy-budget: 0.000001Wh");
    reopen();

    Outcome kept = cli.run("sweep --resume --runs @/runs");

    assertThat(kept.out())
        .contains(
            "; resume with a larger budget: greenscreen sweep --resume --energy-budget "
                + "ENERGY --runs");

    Outcome raised = cli.run("sweep --resume --energy-budget 1MWh --runs @/runs");

    assertThat(raised.out()).contains("sweep: 1 of 1 runs completed");
    assertThat(settings()).containsEntry("energy-budget", "1MWh").containsEntry("idle", "0");
  }

  @Test
  void resume_saidAnew_replacesWhatWasKept() {
    start("--idle 0");

    assertThat(cli.run("sweep --resume --meter none --runs @/runs").code()).isZero();

    assertThat(cli.launches().get(1)).containsExactly("--meter", "none");
    assertThat(settings()).containsEntry("meter", "none");
  }

  @Test
  void resume_replayOfARelativeFile_isFoundFromAnywhere() throws IOException {
    Path power = folder.resolve("power.csv");
    Files.writeString(
        power, "time_ms,device,power_W,temperature_C,utilization_%,memory_MiB\n1,GPU 0,5,1,1,1\n");
    Path relative = Path.of("").toAbsolutePath().relativize(power);

    assertThat(cli.study("sweep -n 1 --idle 0 --meter replay:" + relative).code()).isZero();

    assertThat(settings()).containsEntry("meter", "replay:" + power);
  }

  @Test
  void resume_valueThatIsBroken_namesFileAndOption() throws IOException {
    start("--idle 0");
    replaceInPlan("idle: 0", "idle: soon");

    Outcome outcome = cli.run("sweep --resume --runs @/runs");

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err())
        .isEqualTo(
            "greenscreen: @/runs/sweep.yaml: idle: found \"soon\", expected seconds from 0 "
                + "to 99999 such as 10; fix the line, or pass --idle again\n");
  }

  private void start(String options) {
    Outcome outcome = cli.study("sweep -n 1 --meter estimate:65W --meter-period 0.5 " + options);
    assertThat(outcome.code()).as(outcome.err()).isZero();
  }

  private Map<String, String> settings() {
    return new RunStore(folder.resolve("runs")).study().readSweep().orElseThrow().settings();
  }

  private void replaceInPlan(String old, String now) throws IOException {
    Path plan = folder.resolve("runs/sweep.yaml");
    assertThat(plan).content().contains(old);
    Files.writeString(plan, Files.readString(plan).replace(old, now));
  }

  /** Leave the run as if its process had died, after it had taken energy. */
  private void reopen() throws IOException {
    Files.writeString(
        folder.resolve("runs/001/status.yaml"),
        "state: interrupted\npurpose: sweep\nattempts: 1\nenergy_gross_Wh: 5\n");
  }
}
