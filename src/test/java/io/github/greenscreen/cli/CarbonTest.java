package io.github.greenscreen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.cli.CliFixture.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Greenhouse gas from run folders to the terminal and the table, through the command line. */
final class CarbonTest {
  @TempDir private Path folder;
  private CliFixture cli;

  @BeforeEach
  void prepare() throws IOException {
    cli = new CliFixture(folder);
    run("001", "500.00");
    run("002", "300.00");
  }

  @Test
  void analyze_country_turnsEveryRunsEnergyIntoGrams() throws IOException {
    Outcome outcome = analyze("--country de --pue 1.5");

    assertThat(outcome.code()).isZero();
    assertThat(outcome.out())
        .contains(
            "CO2e of 2 runs: 403.2 g for 800 Wh, at 336 gCO2e/kWh (Germany 2024, lifecycle, Ember /"
                + " Our World in Data, CC BY 4.0), PUE 1.5\n")
        .containsPattern("001 +50\\.00 +500 +252 ");
    assertThat(Files.readAllLines(folder.resolve("report/runs_summary.csv")))
        .satisfiesExactly(
            header -> assertThat(header).endsWith(",co2e_g"),
            first -> assertThat(first).startsWith("001,").endsWith(",252"),
            second -> assertThat(second).startsWith("002,").endsWith(",151.2"));
  }

  @Test
  void analyze_nothingSaid_takesTheWorld() {
    assertThat(analyze("").out())
        .contains("CO2e of 2 runs: 366.4 g for 800 Wh, at 458 gCO2e/kWh (World 2025, lifecycle,");
  }

  @Test
  void analyze_statedIntensity_isTaken() {
    assertThat(analyze("--grid-intensity 2000").out())
        .contains(
            "CO2e of 2 runs: 1.600 kg for 800 Wh, at 2000 gCO2e/kWh (as specified by the "
                + "user), PUE 1.0\n");
  }

  @Test
  void analyze_oneRunWithoutPower_countsTheOthersOnly() throws IOException {
    run("002", "N/A");

    assertThat(analyze("--country WORLD").out()).contains("CO2e of 1 of 2 runs: 229 g for 500 Wh,");
    assertThat(Files.readAllLines(folder.resolve("report/runs_summary.csv")).get(2))
        .endsWith(",N/A");
  }

  @Test
  void analyze_noPowerAtAll_saysNothingOfGas() throws IOException {
    run("001", "N/A");
    run("002", "N/A");

    assertThat(analyze("").out()).doesNotContain("CO2e of");
  }

  @Test
  void report_countryAndNumber_excludeEachOther() {
    Outcome outcome = cli.run("report --country DE --grid-intensity 344");

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err())
        .isEqualTo(
            "greenscreen: --country=CODE, --grid-intensity=GRAMS are mutually exclusive (specify"
                + " only one)\n"
                + "Try 'greenscreen report --help'.\n");
  }

  @Test
  void help_withAWrongCountry_isStillRefused() {
    assertThat(cli.run("analyze --country XX --help").code()).isEqualTo(2);
  }

  private Outcome analyze(String options) {
    return cli.run("analyze --runs @/runs --report @/report " + options);
  }

  /** Leave a run folder of the study: one epoch of an hour at {@code power} watts. */
  private void run(String name, String power) throws IOException {
    Path run = Files.createDirectories(folder.resolve("runs").resolve(name));
    Files.writeString(
        run.resolve("parameters.yaml"),
        "model: resnet50\nlr: 0." + name + "\ntest_accuracy: 0.4\nn_parameters: 7\nseed : 22\n");
    Files.writeString(
        run.resolve("logs.csv"),
        "epoch,time,loss,accuracy,val_loss,val_accuracy,gpu_power_W,gpu_temp_C,gpu_util_%\n"
            + ("pre,2026-01-31 10:00:00,0,0,0,0," + power + ",60,15\n")
            + ("0,2026-01-31 11:00:00,1.0,0.5,1.0,0.5," + power + ",60,15\n")
            + ("post,2026-01-31 11:00:01,0,0,0,0," + power + ",60,15\n"));
  }
}
