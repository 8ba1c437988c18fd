package io.github.greenscreen.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.greenscreen.Golden;
import io.github.greenscreen.power.PowerSample;
import io.github.greenscreen.power.PowerSource;
import io.github.greenscreen.run.evaluation.ConfusionTable;
import io.github.greenscreen.run.evaluation.EvaluatedSplit;
import io.github.greenscreen.run.evaluation.LayerSparsity;
import io.github.greenscreen.run.model.EpochRow;
import io.github.greenscreen.run.model.NetworkSize;
import io.github.greenscreen.run.model.RunEnvironment;
import io.github.greenscreen.run.model.RunFolderException;
import io.github.greenscreen.run.model.RunLimits;
import io.github.greenscreen.run.model.RunMeasurements;
import io.github.greenscreen.run.model.RunPlan;
import io.github.greenscreen.run.model.RunPurpose;
import io.github.greenscreen.run.model.RunResult;
import io.github.greenscreen.run.model.RunState;
import io.github.greenscreen.run.model.RunStatus;
import io.github.greenscreen.space.Configuration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunFolderTest {
  private static final String STUDY_LOG =
      """
      epoch,time,loss,accuracy,val_loss,val_accuracy,gpu_power_W,gpu_temp_C,gpu_util_%
      pre,2023-02-20 12:00:00,0,0,0,0,100.00,50,0
      0,2023-02-20 12:01:00,1.5,0.4,1.5,0.4,120.00,60,90
      1,2023-02-20 12:02:00,1.5,0.5,1.5,0.5,120.00,60,90
      """;

  private static final double NONE = Double.NaN;
  private static final LocalDateTime NOON = LocalDateTime.of(2026, 1, 31, 12, 0, 7);

  @TempDir private Path path;
  private RunFolder folder;
  private Locale locale;

  @BeforeEach
  void makeFolder() {
    locale = Locale.getDefault();
    folder = new RunFolder(path);
  }

  @AfterEach
  void restoreLocale() {
    Locale.setDefault(locale);
  }

  @ParameterizedTest
  @ValueSource(strings = {"und", "de-DE", "tr-TR", "ar-EG-u-nu-arab"})
  void files_inAnyLocale_areTheGoldenOnes(String tag) throws IOException {
    Locale.setDefault(Locale.forLanguageTag(tag));
    folder.writeResult(
        plan(),
        new RunResult(
            new NetworkSize(23_528_522, OptionalLong.of(83_431_424), OptionalLong.of(345_610)),
            0.8712345,
            0.25));
    folder.writeStatus(status());
    rows().forEach(folder::appendEpoch);
    folder.appendPower(samples());
    for (String name : List.of("parameters.yaml", "status.yaml", "logs.csv", "power.csv")) {
      Golden.check(RunFolderTest.class, name, Files.readString(path.resolve(name)));
    }
  }

  @Test
  void read_afterWriting_givesTheSame() {
    folder.writeResult(
        plan(),
        new RunResult(
            new NetworkSize(23_528_522, OptionalLong.of(83_431_424), OptionalLong.of(345_610)),
            0.871234,
            0.25));
    folder.writeStatus(status());
    rows().forEach(folder::appendEpoch);
    folder.appendPower(samples());
    RunRecord record = folder.read();
    assertThat(record.name()).isEqualTo(path.getFileName().toString());
    assertThat(record.plan()).isEqualTo(plan());
    assertThat(record.plan().configuration().values().keySet())
        .containsExactlyElementsOf(plan().configuration().values().keySet());
    assertThat(record.result())
        .contains(
            new RunResult(
                new NetworkSize(23_528_522, OptionalLong.of(83_431_424), OptionalLong.of(345_610)),
                0.871234,
                0.25));
    assertThat(record.status()).isEqualTo(status());
    assertThat(record.epochs()).isEqualTo(rows());
    assertThat(folder.readPower()).isEqualTo(samples());
  }

  @Test
  void writeSparsities_ofAPrunedNetwork_isATableUntilRecordsAreDiscarded() {
    folder.writeSparsities(
        List.of(
            new LayerSparsity("conv1.weight", 432, 216), new LayerSparsity("fc.weight", 640, 0)));

    assertThat(path.resolve("sparsity.csv"))
        .hasContent(
            """
            array,weights,zeros,sparsity
            conv1.weight,432,216,0.500000
            fc.weight,640,0,0.000000
            """);
    folder.discardRecords();
    assertThat(path.resolve("sparsity.csv")).doesNotExist();
    folder.writeSparsities(List.of());
    assertThat(path.resolve("sparsity.csv")).doesNotExist();
  }

  @Test
  void readConfusion_afterWriting_isTheTableUntilRecordsAreDiscarded() {
    ConfusionTable table = ConfusionTable.of(List.of("cat", "dog"), 95, 5, 10, 90);
    folder.writeConfusion(EvaluatedSplit.TEST, table);

    assertThat(path.resolve("confusion_test.csv"))
        .hasContent("true_class,cat,dog\ncat,95,5\ndog,10,90\n");
    assertThat(folder.readConfusion(EvaluatedSplit.TEST)).contains(table);
    assertThat(folder.readConfusion(EvaluatedSplit.VALIDATION)).isEmpty();
    folder.writeConfusion(EvaluatedSplit.VALIDATION, table);
    folder.discardRecords();
    assertThat(path.resolve("confusion_test.csv")).doesNotExist();
    assertThat(path.resolve("confusion_validation.csv")).doesNotExist();
  }

  @Test
  void read_ofFreshPlan_hasNoResultAndNoRows() {
    folder.writePlan(plan());
    folder.writeStatus(RunStatus.waiting(RunPurpose.BASELINE, "", OptionalInt.empty()));
    assertThat(folder.read().result()).isEmpty();
    assertThat(folder.read().epochs()).isEmpty();
    assertThat(folder.readPower()).isEmpty();
    assertThat(folder.readStatus().purpose()).isEqualTo(RunPurpose.BASELINE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"None", "0.01", "1.5e-4", "60-20-20", "8.0e-4", "true"})
  void value_thatNeedsNoQuotes_isWrittenPlain(String value) throws IOException {
    folder.writePlan(new RunPlan(configuration("odd", value), 22, OptionalInt.of(1), "shapes"));
    assertThat(path.resolve("parameters.yaml"))
        .hasContent("model: resnet50\nodd: " + value + "\nseed: 22\nepochs: 1\ndataset: shapes\n");
  }

  @Test
  void read_ofStudyFolder_fillsWhatItLacks() throws IOException {
    write(
        "parameters.yaml",
        "model: resnet50\r\nlr: 0.01\r\nseed : 22\r\nn_parameters: 5\r\ntest_accuracy: 0.01\r\n");
    write(
        "logs.csv",
        """
        epoch,time,loss,accuracy,val_loss,val_accuracy,gpu_power_W,gpu_temp_C,gpu_util_%\r
        pre,2023-02-24 19:43:55,0,0,0,0,101.00,56,0\r
        0,2023-02-24 19:52:02,4.842342,0.0105,nan,0.0115,117.68,60,15\r
        """);
    RunRecord record = folder.read();
    assertThat(record.plan().seed()).hasValue(22);
    assertThat(record.plan().epochs()).isEmpty();
    assertThat(record.plan().configuration().values().keySet()).containsExactly("model", "lr");
    assertThat(folder.readStatus().state()).isEqualTo(RunState.COMPLETED);
    assertThat(record.status().state()).isEqualTo(RunState.INCOMPLETE);
    assertThat(record.status().reason())
        .isEqualTo("its log ends after 1 epochs without the final row post");
    assertThat(record.status().purpose()).isEqualTo(RunPurpose.SWEEP);
    assertThat(record.result()).contains(new RunResult(NetworkSize.ofParameters(5), 0.01, NONE));
    assertThat(record.epochs())
        .containsExactly(
            new EpochRow(
                "pre",
                LocalDateTime.of(2023, 2, 24, 19, 43, 55),
                0,
                0,
                0,
                0,
                101,
                56,
                0,
                NONE,
                NONE,
                NONE,
                NONE,
                NONE,
                NONE,
                PowerSource.NONE),
            new EpochRow(
                "0",
                LocalDateTime.of(2023, 2, 24, 19, 52, 2),
                4.842342,
                0.0105,
                NONE,
                0.0115,
                117.68,
                60,
                15,
                NONE,
                NONE,
                NONE,
                NONE,
                NONE,
                NONE,
                PowerSource.NONE));
  }

  @Test
  void readStatus_withoutStatusAndResult_saysHowFarItCame() throws IOException {
    write("parameters.yaml", "model: resnet50\nseed: 22\n");
    assertThat(folder.readStatus().state()).isEqualTo(RunState.WAITING);
    folder.appendEpoch(rows().get(0));
    assertThat(folder.readStatus().state()).isEqualTo(RunState.INTERRUPTED);
    assertThat(folder.read().status()).isEqualTo(folder.readStatus());
  }

  @Test
  void read_ofAnEarliestStudyFolder_isCompletedWithUnknownSeed() throws IOException {
    write("parameters.yaml", "model: resnet50\nlr: 0.01\n");
    write("logs.csv", STUDY_LOG + "post,2023-02-20 12:02:05,0,0,0,0,100,50,0\n");

    RunRecord record = folder.read();

    assertThat(record.status().state()).isEqualTo(RunState.COMPLETED);
    assertThat(record.status()).isEqualTo(folder.readStatus());
    assertThat(record.plan().seed()).isEmpty();
    assertThat(record.lacksSeed()).isTrue();
    assertThat(record.plan().whole().values()).containsOnlyKeys("model", "lr");
    assertThat(record.result()).isEmpty();
  }

  @Test
  void read_ofAnOwnFolderWithoutSeedOrHeader_saysWhatIsMissing() throws IOException {
    write("status.yaml", "state: completed\npurpose: sweep\n");
    write("parameters.yaml", "model: resnet50\nlr: 0.01\n");
    write("logs.csv", "");

    assertThatThrownBy(folder::readPlan)
        .hasMessage(path.resolve("parameters.yaml") + ": seed is missing; expected a line seed: …");
    assertThatThrownBy(folder::readEpochs)
        .hasMessageStartingWith(path.resolve("logs.csv") + ":1: the header has no epoch, ");
  }

  @Test
  void read_ofAStudyFolderCutOff_isIncompleteOrInterrupted() throws IOException {
    write("logs.csv", STUDY_LOG);
    write("parameters.yaml", "model: resnet50\nseed : 22\nn_parameters: 5\n");
    assertThat(folder.read().status())
        .satisfies(status -> assertThat(status.state()).isEqualTo(RunState.INCOMPLETE))
        .satisfies(
            status ->
                assertThat(status.reason())
                    .isEqualTo("its log ends after 2 epochs without the final row post"));

    write("parameters.yaml", "model: resnet50\n");
    assertThat(folder.read().status().state()).isEqualTo(RunState.INTERRUPTED);
    assertThat(folder.read().status().reason())
        .isEqualTo("it has logs, but no status and no result");
  }

  @Test
  void read_ofAStudyFolderWithAnEmptyLog_isIncomplete() throws IOException {
    write("parameters.yaml", "model: resnet50\nseed : 22\nn_parameters: 5\n");
    for (String log : List.of("", "epoch,time", STUDY_LOG.lines().findFirst().orElseThrow())) {
      write("logs.csv", log);
      assertThat(folder.read().status().state()).isEqualTo(RunState.INCOMPLETE);
      assertThat(folder.read().status().reason()).isEqualTo("its log has no epoch");
    }
  }

  @Test
  void read_completedButLogCutOff_isIncomplete() {
    folder.writePlan(plan());
    rows().subList(0, 2).forEach(folder::appendEpoch);
    folder.writeStatus(
        RunStatus.waiting(RunPurpose.SWEEP, "", OptionalInt.empty()).with(RunState.COMPLETED, ""));

    assertThat(folder.read().status().state()).isEqualTo(RunState.INCOMPLETE);
    assertThat(folder.read().status().reason()).isEqualTo("its log has 1 of 2 epochs");
    assertThat(folder.readStatus().state()).isEqualTo(RunState.COMPLETED);
  }

  @Test
  void logs_withHalfALastLine_areReadWithoutItAndContinued() throws IOException {
    rows().subList(0, 2).forEach(folder::appendEpoch);
    write("logs.csv", Files.readString(path.resolve("logs.csv")) + "1,2026-01-31 12:0");
    assertThat(folder.readEpochs()).isEqualTo(rows().subList(0, 2));
    folder.appendEpoch(rows().get(2));
    assertThat(folder.readEpochs()).isEqualTo(rows().subList(0, 3));
  }

  @Test
  void appendEpoch_afterHalfAHeader_startsAgain() throws IOException {
    write("logs.csv", "epoch,ti");
    folder.appendEpoch(rows().get(0));
    assertThat(folder.readEpochs()).isEqualTo(rows().subList(0, 1));
  }

  @Test
  void discardRecords_leavesOnlyTheQuestion() {
    folder.writePlan(plan());
    rows().forEach(folder::appendEpoch);
    folder.appendPower(samples());
    folder.discardRecords();
    assertThat(path.toFile().list()).containsExactly("parameters.yaml");
  }

  @Test
  void write_leavesNoTemporaryFile() {
    folder.writePlan(plan());
    folder.writeStatus(status());
    assertThat(path.toFile().list()).containsExactlyInAnyOrder("parameters.yaml", "status.yaml");
  }

  @Test
  void write_intoMissingFolder_saysSo() {
    Path gone = path.resolve("gone");
    assertThatThrownBy(() -> new RunFolder(gone).writePlan(plan()))
        .isInstanceOf(RunFolderException.class)
        .hasMessage("cannot write " + gone.resolve("parameters.yaml") + ": does not exist");
    assertThatThrownBy(() -> new RunFolder(gone).appendEpoch(rows().get(0)))
        .hasMessage("cannot write " + gone.resolve("logs.csv") + ": does not exist");
  }

  @Test
  void read_withoutParameters_saysSo() {
    assertThatThrownBy(folder::read)
        .isInstanceOf(RunFolderException.class)
        .hasMessage(
            "%s is not a run folder: it has no parameters.yaml; repair it, or move the "
                + "folder %s away",
            path, path);
  }

  @Test
  void read_ofBytesThatAreNoText_saysSo() throws IOException {
    Files.write(path.resolve("parameters.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe});
    assertThatThrownBy(folder::read)
        .hasMessage(
            "cannot read %s: not UTF-8 text; repair it, or move the folder %s away",
            path.resolve("parameters.yaml"), path);
  }

  @Test
  void paths_areInsideTheFolder() {
    assertThat(folder.outputLog()).isEqualTo(path.resolve("output.log"));
    assertThat(folder.modelFolder()).isEqualTo(path.resolve("model"));
    assertThat(folder.checkpoints().path()).isEqualTo(path.resolve("checkpoint"));
  }

  private void write(String name, String content) throws IOException {
    Files.writeString(
        path.resolve(name),
        content,
        StandardOpenOption.CREATE,
        StandardOpenOption.TRUNCATE_EXISTING);
  }

  private static Configuration configuration(String name, String value) {
    return Configuration.of(Map.of(name, value)).with("model", "resnet50");
  }

  private static RunPlan plan() {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("preprocessing", "None");
    values.put("partitioning", "60-20-20");
    values.put("lr", "1.5e-4");
    values.put("optimizer_momentum", "0.0");
    values.put("model", "resnet50");
    values.put("stem", "imagenet");
    Configuration configuration = Configuration.of(values);
    return new RunPlan(Configuration.of(ordered(configuration)), 22, OptionalInt.of(2), "cifar10");
  }

  /** The file has the model first; so has what is read back. */
  private static Map<String, String> ordered(Configuration configuration) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("model", configuration.get("model"));
    values.putAll(configuration.values());
    return values;
  }

  private static RunStatus status() {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("host", "oak");
    facts.put("pid", "4711");
    facts.put("device", "NVIDIA H100: 80 GB");
    facts.put("meter", "nvidia-smi");
    facts.put("meter_period_s", "1");
    Map<String, Double> seconds = new LinkedHashMap<>();
    seconds.put("load", 0.25);
    seconds.put("train", 1234.567);
    return new RunStatus(
        RunState.FAILED,
        "out of memory: 8 GiB",
        RunPurpose.SWEEP,
        Optional.of(Instant.parse("2026-01-31T11:00:00Z")),
        Optional.of(Instant.parse("2026-01-31T11:20:34.817Z")),
        "/data/cifar 10",
        OptionalInt.of(1024),
        2,
        false,
        RunLimits.NONE,
        RunMeasurements.NONE,
        new RunEnvironment(facts),
        seconds,
        Map.of("precision_effective", "bfloat16"));
  }

  private static List<EpochRow> rows() {
    return List.of(
        new EpochRow(
            "pre",
            NOON,
            0,
            0,
            0,
            0,
            101,
            56,
            0,
            NONE,
            NONE,
            512,
            NONE,
            NONE,
            NONE,
            PowerSource.NONE),
        new EpochRow(
            "0",
            NOON.plusSeconds(61),
            4.842342,
            0.0105,
            NONE,
            0.25,
            117.68,
            60,
            15,
            61.25,
            2.002194,
            1024,
            NONE,
            1.5e-4,
            12345.67,
            PowerSource.NONE),
        new EpochRow(
            "1",
            NOON.plusSeconds(122),
            Double.POSITIVE_INFINITY,
            1,
            NONE,
            0,
            NONE,
            NONE,
            NONE,
            61,
            NONE,
            NONE,
            35.5,
            1.23456789e-12,
            0.5,
            PowerSource.NONE),
        new EpochRow(
            "post",
            NOON.plusSeconds(123),
            0,
            0,
            0,
            0,
            NONE,
            NONE,
            NONE,
            NONE,
            NONE,
            NONE,
            NONE,
            NONE,
            NONE,
            PowerSource.NONE));
  }

  private static List<PowerSample> samples() {
    return List.of(
        new PowerSample(1_769_860_807_123L, "GPU 0", 117.68, 60, 15, 1024),
        new PowerSample(1_769_860_807_123L, "GPU 1, left", NONE, NONE, NONE, NONE),
        new PowerSample(1_769_860_808_123L, "GPU 0", 0, 60.5, 100, 0));
  }
}
