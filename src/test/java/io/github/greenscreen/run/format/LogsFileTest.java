package io.github.greenscreen.run.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.greenscreen.power.PowerSource;
import io.github.greenscreen.run.model.EpochRow;
import io.github.greenscreen.run.model.RunFolderException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogsFileTest {
  private static final Path FILE = Path.of("runs", "003", "logs.csv");

  @Test
  void header_isTheStudysThenOurs() {
    assertThat(LogsFile.HEADER)
        .isEqualTo(
            "epoch,time,loss,accuracy,val_loss,val_accuracy,gpu_power_W,gpu_temp_C,gpu_util_%,epoch_seconds,energy_Wh,gpu_memory_MiB,cpu_power_W,lr,images_per_s,power_source\n");
  }

  @Test
  void parse_sourceOfPower_isReadAndMayBeMissing() {
    String old = LogsFile.HEADER.replace(",power_source", "");
    String row = "0,2026-01-31 12:00:00,0,0,0,0,5,0,0,1,1,0,0,0,1";

    assertThat(LogsFile.parse(FILE, LogsFile.HEADER + row + ",estimated\n"))
        .extracting(EpochRow::powerSource)
        .containsExactly(PowerSource.ESTIMATED);
    assertThat(LogsFile.parse(FILE, old + row + "\n"))
        .extracting(EpochRow::powerSource)
        .containsExactly(PowerSource.NONE);
    assertThat(LogsFile.format(LogsFile.parse(FILE, LogsFile.HEADER + row + ",mixed\n").get(0)))
        .endsWith(",mixed\n");
  }

  @Test
  void parse_ofBrokenFile_namesFileLineAndExpectation() {
    assertBroken(
        "epoch,loss\n",
        ":1: the header has no time, accuracy, val_loss, val_accuracy, gpu_power_W, "
            + "gpu_temp_C, gpu_util_%; expected "
            + "epoch,time,loss,accuracy,val_loss,val_accuracy,gpu_power_W,gpu_temp_C,gpu_util_%");
    assertBroken(
        LogsFile.HEADER + "\n0,2026-01-31 12:00:00,much,0,0,0,0,0,0\n",
        ":3: loss \"much\"; expected a number, nan or N/A");
    assertBroken(
        LogsFile.HEADER + "0,noon,0,0,0,0,0,0,0\n",
        ":2: time \"noon\"; expected a local time such as 2026-01-31 12:00:00");
    assertBroken(
        LogsFile.HEADER + "first,2026-01-31 12:00:00,0\n",
        ":2: epoch \"first\"; expected pre, post or a whole number");
    assertBroken(
        LogsFile.HEADER + "0,\"2026\"-01-31,0\n",
        ":2: not CSV: text follows a closing quote, or a quote is not closed");
  }

  @Test
  void parse_accuracyThatIsNoShare_namesTheLine() {
    assertBroken(
        LogsFile.HEADER + "0,2026-01-31 12:00:00,1,0.5,1,45.3,0,0,0\n",
        ":2: val_accuracy \"45.3\"; expected a number from 0 to 1, nan or N/A");
    assertBroken(
        LogsFile.HEADER + "0,2026-01-31 12:00:00,1,-0.1,1,0.5,0,0,0\n",
        ":2: accuracy \"-0.1\"; expected a number from 0 to 1, nan or N/A");
  }

  @Test
  void parse_readingsBelowZero_areNotMeasured() {
    String row = "0,2026-01-31 12:00:00,1,0.5,1,0.5,-1,-5,0,-10,-0.5,-1,-2,0.1,-3,measured\n";

    EpochRow read = LogsFile.parse(FILE, LogsFile.HEADER + row).get(0);

    assertThat(
            List.of(
                read.gpuPowerW(),
                read.epochSeconds(),
                read.energyWh(),
                read.gpuMemoryMiB(),
                read.cpuPowerW(),
                read.imagesPerSecond()))
        .containsOnly(Double.NaN);
    assertThat(read.gpuTempC()).isEqualTo(-5);
  }

  @Test
  void parse_withoutRows_isEmptyAndWithoutHeaderBroken() {
    assertThat(LogsFile.parse(FILE, LogsFile.HEADER)).isEmpty();
    assertThat(LogsFile.isCutInHeader("")).isTrue();
    assertThat(LogsFile.isCutInHeader("epoch,time,lo")).isTrue();
    assertThat(LogsFile.isCutInHeader("something else")).isFalse();
    assertBroken(
        "",
        ":1: the header has no epoch, time, loss, accuracy, val_loss, val_accuracy, gpu_power_W, "
            + "gpu_temp_C, gpu_util_%; expected "
            + "epoch,time,loss,accuracy,val_loss,val_accuracy,gpu_power_W,gpu_temp_C,gpu_util_%");
  }

  @Test
  void parse_rowsRepeated_countOnceAndTheLastWins() {
    String rest = ",2026-01-31 12:00:00,0.5\n";
    String other = ",2026-01-31 12:01:00,0.25\n";

    List<EpochRow> same =
        LogsFile.parse(
            FILE,
            LogsFile.HEADER + "pre" + rest + "0" + rest + "1" + rest + "0" + rest + "post" + rest);
    List<EpochRow> again =
        LogsFile.parse(
            FILE, LogsFile.HEADER + "pre" + rest + "0" + rest + "1" + rest + "1" + other);

    assertThat(same).extracting(EpochRow::epoch).containsExactly("pre", "0", "1", "post");
    assertThat(again).extracting(EpochRow::epoch).containsExactly("pre", "0", "1");
    assertThat(again.get(2).loss()).isEqualTo(0.25);
  }

  @Test
  void parse_trainingStartedAgain_keepsTheLastStart() {
    String first = ",2026-01-31 12:00:00,0.5\n";
    String second = ",2026-01-31 13:00:00,0.25\n";

    List<EpochRow> rows =
        LogsFile.parse(
            FILE,
            LogsFile.HEADER
                + ("pre" + first + "0" + first + "1" + first)
                + ("pre" + second + "0" + second));

    assertThat(rows).extracting(EpochRow::epoch).containsExactly("pre", "0");
    assertThat(rows).extracting(EpochRow::loss).containsOnly(0.25);
  }

  @Test
  void parse_epochs_keepTheirSpelling() {
    String rest = ",2026-01-31 12:00:00,0.5\n";
    String rows = "pre" + rest + "7" + rest + "007" + rest + "123456789" + rest + "post" + rest;

    assertThat(LogsFile.parse(FILE, LogsFile.HEADER + rows))
        .extracting(EpochRow::epoch)
        .containsExactly("pre", "7", "007", "123456789", "post");
  }

  @Test
  void parse_quotedCellsOrReturns_readsTheSame() {
    String row = "0,2026-01-31 12:00:00,0.5,,nan,N/A,5,0,0,1,1,0,0,0,1,mixed";
    String cut = "1,2026-01-31 12:00";
    EpochRow plain = LogsFile.parse(FILE, LogsFile.HEADER + row + "\n\n" + cut).get(0);

    String quoted = LogsFile.HEADER + row.replace("0.5", "\"0.5\"") + "\n";
    String returns = (LogsFile.HEADER + row + "\n").replace("\n", "\r\n");
    assertThat(LogsFile.parse(FILE, quoted)).containsExactly(plain);
    assertThat(LogsFile.parse(FILE, returns)).containsExactly(plain);
    assertThat(LogsFile.parse(FILE, LogsFile.HEADER + " 0 ,2026-01-31 12:00:00, 0.5\n,,\n"))
        .hasSize(1)
        .allSatisfy(read -> assertThat(read.loss()).isEqualTo(0.5))
        .allSatisfy(read -> assertThat(read.valLoss()).isNaN());
  }

  private static void assertBroken(String content, String problem) {
    assertThatThrownBy(() -> LogsFile.parse(FILE, content))
        .isInstanceOf(RunFolderException.class)
        .hasMessage(FILE + problem);
  }
}
