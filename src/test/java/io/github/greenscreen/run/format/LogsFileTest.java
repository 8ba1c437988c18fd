package io.github.greenscreen.run.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.greenscreen.power.PowerSource;
import io.github.greenscreen.run.model.EpochRow;
import io.github.greenscreen.run.model.RunFolderException;
import java.nio.file.Path;
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
