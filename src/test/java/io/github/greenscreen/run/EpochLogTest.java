package io.github.greenscreen.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.power.PowerSource;
import io.github.greenscreen.run.model.EpochRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EpochLogTest {
  @TempDir Path folder;
  private RunFolder run;
  private Path file;

  @BeforeEach
  void prepare() {
    run = new RunFolder(folder);
    file = folder.resolve("logs.csv");
  }

  @Test
  void append_newLog_hasAHeaderAndTheRows() throws IOException {
    EpochLog log = run.log(List.of());
    log.append(row("pre"));
    log.append(row("0"));
    assertThat(epochs()).containsExactly("pre", "0");
    assertThat(Files.readAllLines(file)).isEqualTo(log.lines()).hasSize(3);
  }

  @Test
  void append_afterOtherLines_goesOn() {
    run.log(List.of()).append(row("pre"));
    EpochLog log = run.log(run.readLogLines());
    log.append(row("0"));
    assertThat(epochs()).containsExactly("pre", "0");
    assertThat(log.lines()).hasSize(3);
  }

  @Test
  void append_afterHalfALineOfAKilledWriter_cutsItOff() throws IOException {
    run.log(List.of()).append(row("pre"));
    Files.writeString(file, Files.readString(file) + "0,2026-0");
    run.log(run.readLogLines()).append(row("0"));
    assertThat(epochs()).containsExactly("pre", "0");
  }

  @Test
  void append_logWasEmptiedMeanwhile_writesAllRowsAnew() throws IOException {
    EpochLog log = run.log(List.of());
    log.append(row("pre"));
    log.append(row("0"));
    Files.writeString(file, "");
    log.append(row("1"));
    assertThat(epochs()).containsExactly("pre", "0", "1");
  }

  @Test
  void restore_logWasRemoved_writesItAnew() throws IOException {
    EpochLog log = run.log(List.of());
    log.append(row("pre"));
    Files.delete(file);
    log.restore();
    assertThat(epochs()).containsExactly("pre");
  }

  @Test
  void restore_nothingChanged_leavesTheFileAlone() throws IOException {
    EpochLog log = run.log(List.of());
    log.append(row("pre"));
    Object key = Files.getAttribute(file, "unix:ino");
    log.restore();
    assertThat(Files.getAttribute(file, "unix:ino")).isEqualTo(key);
  }

  private List<String> epochs() {
    return run.readEpochs().stream().map(EpochRow::epoch).toList();
  }

  private static EpochRow row(String epoch) {
    double nan = Double.NaN;
    return new EpochRow(
        epoch,
        LocalDateTime.of(2026, 1, 31, 12, 0),
        1,
        1,
        1,
        1,
        nan,
        nan,
        nan,
        1,
        nan,
        nan,
        nan,
        0.1,
        10,
        PowerSource.NONE);
  }
}
