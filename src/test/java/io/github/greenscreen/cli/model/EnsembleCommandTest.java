package io.github.greenscreen.cli.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.cli.CliFixture;
import io.github.greenscreen.cli.CliFixture.Outcome;
import io.github.greenscreen.data.folder.ImageFiles;
import io.github.greenscreen.power.MonotonicClock;
import io.github.greenscreen.power.PowerMeter;
import io.github.greenscreen.power.PowerSample;
import io.github.greenscreen.power.meter.MeterChoice;
import io.github.greenscreen.run.RunFolder;
import io.github.greenscreen.run.RunStore;
import io.github.greenscreen.run.model.RunPlan;
import io.github.greenscreen.run.model.RunPurpose;
import io.github.greenscreen.run.model.RunState;
import io.github.greenscreen.run.model.RunStatus;
import io.github.greenscreen.run.network.NetworkDescription;
import io.github.greenscreen.run.network.NetworkFile;
import io.github.greenscreen.space.Configuration;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Combines a network that is right with a probability of 0.6 and one that takes everything for
 * blue.
 */
final class EnsembleCommandTest {
  private static final List<String> CLASSES = List.of("blue", "green", "red");
  private static final String RUNS = " --runs @/runs";

  @TempDir private Path folder;
  private CliFixture cli;

  @BeforeEach
  void prepare() throws IOException {
    cli = new CliFixture(folder).with(new ColourNetworks());
    for (int i = 0; i < 10; i++) {
      paint("@/data", i);
    }
  }

  private void paint(String data, int i) throws IOException {
    for (int c = 0; c < CLASSES.size(); c++) {
      Path file = path(data).resolve("train/%s/%d.png".formatted(CLASSES.get(c), i));
      ImageFiles.png(file, 0x282828 + (80 << (8 * c)));
    }
  }

  @Test
  void ensemble_ofTwoRuns_printsEachBesideTheEnsembles() throws IOException {
    twoRuns();

    Outcome outcome = cli.run("ensemble 1 2" + RUNS);

    assertThat(outcome.err())
        .isEqualTo(
            """
            run 001 (colours) classifies images: 6 for validation, 6 for the test
            run 002 (constant) classifies images: 6 for validation, 6 for the test
            """);
    assertThat(withoutTimes(outcome.out()))
        .isEqualTo(
            """
            model | network | val accuracy % | val log loss | test accuracy % | test F1 | test log loss | ms per 1,000 | Wh per 1,000 | best
            001 | colours | 100.00 | 0.5108 | 100.00 | 1 | 0.5108 | # | N/A | of the runs
            002 | constant | 33.33 | 1.169 | 33.33 | 0.1667 | 1.169 | # | N/A
            mean | 100.00 | 0.7709 | 100.00 | 1 | 0.7709 | # | N/A
            by accuracy | 100.00 | 0.6303 | 100.00 | 1 | 0.6303 | # | N/A
            optimised | 100.00 | 0.5108 | 100.00 | 1 | 0.5108 | # | N/A | of the ensembles

            weight of | mean | by accuracy | optimised
            001 | 0.5 | 0.75 | 1
            002 | 0.5 | 0.25 | 0

            Images on which no run was trained: 6 for validation, 6 for the test
            """);
    assertThat(outcome.code()).isZero();
  }

  @Test
  void ensemble_inJson_printsOneLine() throws IOException {
    twoRuns();

    Outcome outcome = cli.run("ensemble 2 1 --format json" + RUNS);

    assertThat(outcome.out().replaceAll("(\"ms_per_1000\"):[0-9.]+", "$1:#"))
        .isEqualTo(
            "{\"validation_images\":6,\"test_images\":6,\"models\":["
                + "{\"model\":\"002\",\"network\":\"constant\",\"val_accuracy\":0.3333333333,"
                + "\"val_log_loss\":1.168852632,\"test_accuracy\":0.3333333333,"
                + "\"test_f1\":0.1666666667,\"test_log_loss\":1.168852632,\"ms_per_1000\":#,"
                + "\"Wh_per_1000\":null,\"weights\":{\"002\":1,\"001\":0}},"
                + "{\"model\":\"001\",\"network\":\"colours\",\"val_accuracy\":1,"
                + "\"val_log_loss\":0.5108256238,\"test_accuracy\":1,\"test_f1\":1,"
                + "\"test_log_loss\":0.5108256238,\"ms_per_1000\":#,\"Wh_per_1000\":null,"
                + "\"weights\":{\"002\":0,\"001\":1}},"
                + "{\"model\":\"mean\",\"network\":\"\",\"val_accuracy\":1,"
                + "\"val_log_loss\":0.7708784763,\"test_accuracy\":1,\"test_f1\":1,"
                + "\"test_log_loss\":0.7708784763,\"ms_per_1000\":#,\"Wh_per_1000\":null,"
                + "\"weights\":{\"002\":0.5,\"001\":0.5}},"
                + "{\"model\":\"by accuracy\",\"network\":\"\",\"val_accuracy\":1,"
                + "\"val_log_loss\":0.6302964784,\"test_accuracy\":1,\"test_f1\":1,"
                + "\"test_log_loss\":0.6302964784,\"ms_per_1000\":#,\"Wh_per_1000\":null,"
                + "\"weights\":{\"002\":0.25,\"001\":0.75}},"
                + "{\"model\":\"optimised\",\"network\":\"\",\"val_accuracy\":1,"
                + "\"val_log_loss\":0.5108256238,\"test_accuracy\":1,\"test_f1\":1,"
                + "\"test_log_loss\":0.5108256238,\"ms_per_1000\":#,\"Wh_per_1000\":null,"
                + "\"weights\":{\"002\":0,\"001\":1}}],"
                + "\"best_run\":\"001\",\"best_ensemble\":\"optimised\",\"power_source\":null}\n");
  }

  @Test
  void ensemble_ofRunsWithOtherSeeds_usesTheImagesThatNoneWasTrainedOn() throws IOException {
    create("@/data", "folder", 1, "colours", CLASSES);
    create("@/data", "folder", 2, "constant", CLASSES);
    for (int i = 10; i < 60; i++) {
      paint("@/data", i);
    }

    Outcome outcome = cli.run("ensemble 1 2" + RUNS);

    assertThat(outcome.code()).as(outcome.err()).isZero();
    String counts = outcome.out().replaceAll("(?s).*trained: (.*)\n", "$1");
    assertThat(Integer.parseInt(counts.split(" ", -1)[0])).isBetween(1, 20);
    assertThat(outcome.err()).contains("run 001 (colours) classifies images: " + counts + "\n");
  }

  @Test
  void meter_ofTheProcessors_givesEnergyPerThousand() throws IOException {
    twoRuns();
    cli.with(new Constant(List.of()));

    String table = cli.run("ensemble 1 2" + RUNS).out();

    assertThat(cli.meters()).extracting(MeterChoice::spelled).containsExactly("rapl");
    assertThat(table).contains("Wh per 1,000").doesNotContain("N/A");
    assertThat(cli.run("ensemble 1 2 --format json" + RUNS).out())
        .contains("\"power_source\":\"measured\"");
  }

  @Test
  void meter_thatIsSilent_isNamedWithACommandThatShowsOthers() throws IOException {
    twoRuns();
    cli.with(new Constant(List.of("there are no counters")));

    assertThat(cli.run("ensemble 1 2" + RUNS).err())
        .endsWith(
            "greenscreen: energy is N/A: constant returned no power; 'greenscreen power' shows "
                + "which meters report power\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nvml", "auto", "rapl+nvml"})
  void meter_ofOtherDevices_isRefused(String meter) throws IOException {
    twoRuns();

    assertThat(cli.run("ensemble 1 2 --meter " + meter + RUNS))
        .isEqualTo(
            refusal(
                "--meter: found %s, but the networks compute on the CPU; expected rapl, "
                        .formatted(meter)
                    + "estimate:65W, or none"));
  }

  @Test
  void ensemble_ofOneRun_isRefused() throws IOException {
    twoRuns();

    assertThat(cli.run("ensemble 2" + RUNS))
        .isEqualTo(refusal("found one run, 2, expected at least two to combine"));
  }

  @Test
  void ensemble_ofARunTwice_isRefused() throws IOException {
    twoRuns();

    assertThat(cli.run("ensemble 2 1 002" + RUNS))
        .isEqualTo(refusal("found run 002 twice; name each once"));
  }

  @Test
  void ensemble_ofARunThatDoesNotExist_saysWhereTheRunsAre() throws IOException {
    twoRuns();

    assertThat(cli.run("ensemble 1 7" + RUNS))
        .isEqualTo(refusal("no run 7 in @/runs; 'greenscreen runs --runs @/runs' lists all runs"));
  }

  @Test
  void ensemble_ofARunWithoutNetwork_saysHowToGetOne() throws IOException {
    twoRuns();
    Files.delete(cli.path("runs/002/model/network.safetensors"));

    assertThat(cli.run("ensemble 1 2" + RUNS))
        .isEqualTo(
            refusal(
                "run 002 has no trained network: @/runs/002/model/network.safetensors is missing; "
                    + "train it again with: greenscreen train --from 002 --runs @/runs"));
  }

  @Test
  void ensemble_ofRunsOnOtherDataSets_isRefused() throws IOException {
    create("@/data", "folder", 1, "colours", CLASSES);
    create("", "shapes", 1, "constant", CLASSES);

    assertThat(cli.run("ensemble 1 2" + RUNS))
        .isEqualTo(
            refusal(
                "run 001 was trained on folder, but run 002 on shapes; combine runs that were "
                    + "trained on the same data set"));
  }

  @Test
  void ensemble_ofRunsOnOtherFolders_isRefusedUnlessOneIsGiven() throws IOException {
    create("@/data", "folder", 1, "colours", CLASSES);
    create("@/copy", "folder", 1, "constant", CLASSES);

    assertThat(cli.run("ensemble 1 2" + RUNS))
        .isEqualTo(
            refusal(
                "run 001 was trained on @/data, but run 002 on @/copy; if these are the same "
                    + "images, pass one of the folders with --data"));
    assertThat(cli.run("ensemble 1 2 --data @/data" + RUNS).code()).isZero();
  }

  @Test
  void ensemble_ofRunsWithOtherClasses_isRefused() throws IOException {
    create("@/data", "folder", 1, "colours", CLASSES);
    create("@/data", "folder", 1, "constant", List.of("cyan", "magenta", "yellow"));

    assertThat(cli.run("ensemble 1 2" + RUNS))
        .isEqualTo(
            refusal(
                "run 002 was trained on the classes cyan, magenta, yellow, but the images of "
                    + "@/data have the classes blue, green, red; pass the folder of its training "
                    + "with --data"));
  }

  @Test
  void data_ofADrawnDataSet_isRefused() throws IOException {
    create("", "shapes", 1, "colours", CLASSES);
    create("", "shapes", 1, "constant", CLASSES);

    assertThat(cli.run("ensemble 1 2 --data @/data" + RUNS))
        .isEqualTo(
            refusal(
                "--data: the images of shapes are generated and have no folder; remove the "
                    + "option"));
  }

  private void twoRuns() throws IOException {
    create("@/data", "folder", 22, "colours", CLASSES);
    create("@/data", "folder", 22, "constant", CLASSES);
  }

  private void create(String data, String dataset, long seed, String model, List<String> classes)
      throws IOException {
    Configuration configuration =
        Configuration.of(Map.of("model", model, "partitioning", "60-20-20"));
    String place = data.isEmpty() ? "" : path(data).toString();
    RunFolder run =
        new RunStore(cli.path("runs"))
            .create(
                new RunPlan(configuration, seed, OptionalInt.of(1), dataset),
                RunStatus.waiting(RunPurpose.SINGLE, place, OptionalInt.empty()));
    run.writeStatus(run.readStatus().with(RunState.COMPLETED, ""));
    RunsWithNetworks.log(run);
    List<Double> ones = List.of(1.0, 1.0, 1.0);
    NetworkDescription description =
        new NetworkDescription(model, Optional.empty(), dataset, classes, 8, ones, ones, false);
    Files.createDirectories(run.model().path());
    try (OutputStream out = Files.newOutputStream(run.model().network())) {
      NetworkFile.write(out, description.metadata(), List.of(), array -> null);
    }
  }

  private Path path(String text) {
    return cli.path(text.replace("@/", ""));
  }

  private static Outcome refusal(String message) {
    return new Outcome(2, "", "greenscreen: " + message + "\n");
  }

  /** Replace the times, which vary, and the blanks and rules, whose widths depend on them. */
  private static String withoutTimes(String out) {
    return out.replaceAll("(?m)^-[- ]*\n", "")
        .replaceAll(" {2,}", " | ")
        .replaceAll("[0-9.e-]+ \\| N/A", "# | N/A");
  }

  /** Reads a constant power, or nothing for {@code reasons}. */
  private record Constant(List<String> reasons) implements PowerMeter {
    @Override
    public String name() {
      return "constant";
    }

    @Override
    public List<PowerSample> read() {
      double nan = Double.NaN;
      return reasons.isEmpty()
          ? List.of(new PowerSample(MonotonicClock.millis(), "CPU 0", 50, nan, nan, nan))
          : List.of();
    }

    @Override
    public List<String> errorLog() {
      return reasons;
    }
  }
}
