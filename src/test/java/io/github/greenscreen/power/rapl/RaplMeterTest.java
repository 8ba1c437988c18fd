package io.github.greenscreen.power.rapl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.greenscreen.power.FakePowercap;
import io.github.greenscreen.power.PowerSample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "colons are no part of its file names")
class RaplMeterTest {
  private static final long RANGE = 262_143_328_850L;

  @TempDir private Path root;
  private FakePowercap tree;
  private long millis = 1_000_000;

  @BeforeEach
  void makeTree() {
    tree = new FakePowercap(root);
  }

  @Test
  void read_afterASecond_isEnergyByTimeStampedInTheMiddle() throws IOException {
    tree.zone("intel-rapl:0", "package-0", RANGE).set("intel-rapl:0", 5_000_000);
    RaplMeter meter = meter();
    tree.set("intel-rapl:0", 70_500_000);
    millis += 1000;
    assertThat(meter.read())
        .containsExactly(
            new PowerSample(1_000_500, "CPU 0", 65.5, Double.NaN, Double.NaN, Double.NaN));
    tree.set("intel-rapl:0", 80_500_000);
    millis += 500;
    assertThat(watts(meter)).containsExactly(20.0);
    assertThat(meter.errorLog()).isEmpty();
  }

  @Test
  void read_ofTwoSocketsWithMemory_countsEachOnce() throws IOException {
    tree.zone("intel-rapl:0", "package-0", RANGE).zone("intel-rapl:0:0", "core", RANGE);
    tree.zone("intel-rapl:0:1", "dram", RANGE).zone("intel-rapl:1", "package-1", RANGE);
    tree.zone("intel-rapl:1:0", "dram", RANGE).zone("intel-rapl:2", "psys", RANGE);
    tree.zone("intel-rapl-mmio:0", "package-0", RANGE).zone("intel-rapl", "", RANGE);
    tree.zone("intel-rapl:3", "package-2-die-1", RANGE);
    RaplMeter meter = meter();
    tree.set("intel-rapl:0", 40_000_000).set("intel-rapl:0:1", 4_000_000);
    tree.set("intel-rapl:1", 30_000_000).set("intel-rapl:1:0", 3_000_000);
    tree.set("intel-rapl:2", 90_000_000).set("intel-rapl-mmio:0", 41_000_000);
    tree.set("intel-rapl:3", 5_000_000);
    millis += 1000;
    assertThat(meter.read())
        .extracting(PowerSample::device, PowerSample::powerW)
        .containsExactly(
            tuple("CPU 0", 40.0),
            tuple("CPU 1", 30.0),
            tuple("CPU 2 die 1", 5.0),
            tuple("DRAM 0", 4.0),
            tuple("DRAM 1", 3.0));
  }

  @Test
  void read_ofACounterThatWraps_goesOn() throws IOException {
    tree.zone("intel-rapl:0", "package-0", RANGE).set("intel-rapl:0", RANGE - 20_000_000);
    RaplMeter meter = meter();
    tree.set("intel-rapl:0", 30_000_000);
    millis += 1000;
    assertThat(watts(meter)).containsExactly(50.0);
  }

  @Test
  void read_ofACounterThatGoesBackWithoutARange_isUnknown() throws IOException {
    tree.zone("intel-rapl:0", "package-0", 0).set("intel-rapl:0", 20_000_000);
    RaplMeter meter = meter();
    tree.set("intel-rapl:0", 10_000_000);
    millis += 1000;
    assertThat(watts(meter)).containsExactly(Double.NaN);
    assertThat(meter.errorLog())
        .containsExactly("CPU 0: the counter decreased, and its wrap-around value is unknown");
  }

  @Test
  void read_ofDiesThatShowOneCounter_countsItOnce() throws IOException {
    tree.zone("intel-rapl:0", "package-0-die-0", RANGE).set("intel-rapl:0", 7_000_000_000L);
    tree.zone("intel-rapl:1", "package-0-die-1", RANGE).set("intel-rapl:1", 7_000_000_003L);
    tree.zone("intel-rapl:2", "package-1-die-0", RANGE).set("intel-rapl:2", 5_000_000_000L);
    tree.zone("intel-rapl:3", "package-1-die-1", RANGE).set("intel-rapl:3", 5_000_000_000L);
    RaplMeter meter = meter();
    tree.set("intel-rapl:0", 7_068_000_000L).set("intel-rapl:1", 7_068_000_000L);
    tree.set("intel-rapl:2", 5_070_000_000L).set("intel-rapl:3", 5_070_500_000L);
    millis += 1000;
    assertThat(powers(meter)).containsExactly(tuple("CPU 0", 68.0), tuple("CPU 1", 70.0));
    tree.set("intel-rapl:0", 7_138_000_000L).set("intel-rapl:1", 7_138_000_000L);
    tree.set("intel-rapl:2", 5_140_000_000L).set("intel-rapl:3", 5_140_000_000L);
    millis += 1000;
    assertThat(powers(meter)).containsExactly(tuple("CPU 0", 70.0), tuple("CPU 1", 70.0));
  }

  @Test
  void read_ofSocketsThatShowOneCounter_countsItOnce() throws IOException {
    tree.zone("intel-rapl:0", "package-0", RANGE).set("intel-rapl:0", 7_000_000_000L);
    tree.zone("intel-rapl:1", "package-0", RANGE).set("intel-rapl:1", 7_000_000_000L);
    RaplMeter meter = meter();
    tree.set("intel-rapl:0", 7_068_000_000L).set("intel-rapl:1", 7_068_000_000L);
    millis += 1000;
    assertThat(powers(meter)).containsExactly(tuple("CPU 0", 68.0));
  }

  @Test
  void read_ofDifferentDies_addsThem() throws IOException {
    tree.zone("intel-rapl:0", "package-0-die-0", RANGE).set("intel-rapl:0", 7_000_000_000L);
    tree.zone("intel-rapl:1", "package-0-die-1", RANGE).set("intel-rapl:1", 7_002_000_000L);
    RaplMeter meter = meter();
    tree.set("intel-rapl:0", 7_068_000_000L).set("intel-rapl:1", 7_070_000_000L);
    millis += 1000;
    assertThat(powers(meter))
        .containsExactly(tuple("CPU 0 die 0", 68.0), tuple("CPU 0 die 1", 68.0));
  }

  @Test
  void read_ofDiesThatBeganAtTheSameValue_addsThem() throws IOException {
    tree.zone("intel-rapl:0", "package-0-die-0", RANGE).set("intel-rapl:0", 1_000_000);
    tree.zone("intel-rapl:1", "package-0-die-1", RANGE).set("intel-rapl:1", 1_000_000);
    RaplMeter meter = meter();
    tree.set("intel-rapl:0", 51_000_000).set("intel-rapl:1", 31_000_000);
    millis += 1000;
    assertThat(powers(meter))
        .containsExactly(tuple("CPU 0 die 0", 50.0), tuple("CPU 0 die 1", 30.0));
  }

  @Test
  void read_ofThreeDiesOfWhichTwoAreOne_keepsTheirNames() throws IOException {
    for (int die = 0; die < 3; die++) {
      tree.zone("intel-rapl:" + die, "package-0-die-" + die, RANGE);
    }
    tree.set("intel-rapl:0", 1_000_000).set("intel-rapl:1", 1_000_000);
    tree.set("intel-rapl:2", 9_000_000);
    RaplMeter meter = meter();
    tree.set("intel-rapl:0", 51_000_000).set("intel-rapl:1", 51_000_000);
    tree.set("intel-rapl:2", 19_000_000);
    millis += 1000;
    assertThat(powers(meter))
        .containsExactly(tuple("CPU 0 die 0", 50.0), tuple("CPU 0 die 2", 10.0));
  }

  @Test
  void read_ofMappedRegistersOnly_readsThem() throws IOException {
    tree.zone("intel-rapl-mmio:0", "package-0", RANGE);
    tree.zone("intel-rapl-mmio:0:0", "dram", RANGE).zone("intel-rapl:0", "psys", RANGE);
    RaplMeter meter = meter();
    tree.set("intel-rapl-mmio:0", 20_000_000).set("intel-rapl-mmio:0:0", 2_000_000);
    tree.set("intel-rapl:0", 90_000_000);
    millis += 1000;
    assertThat(powers(meter)).containsExactly(tuple("CPU 0", 20.0), tuple("DRAM 0", 2.0));
  }

  @Test
  void read_ofTwoCountersWithOneName_tellsThemApart() throws IOException {
    tree.zone("intel-rapl:0", "package-0", RANGE).zone("intel-rapl:1", "package-0", RANGE);
    RaplMeter meter = meter();
    tree.set("intel-rapl:0", 20_000_000).set("intel-rapl:1", 30_000_000);
    millis += 1000;
    assertThat(powers(meter))
        .containsExactly(tuple("CPU 0", 20.0), tuple("CPU 0 (intel-rapl:1)", 30.0));
  }

  @Test
  void read_ofACounterThatStandsStill_isUnknownAndNotZero() throws IOException {
    tree.zone("intel-rapl:0", "package-0", RANGE).zone("intel-rapl:0:0", "dram", RANGE);
    RaplMeter meter = meter();
    millis += 1000;
    assertThat(powers(meter)).containsExactly(tuple("CPU 0", Double.NaN));
    assertThat(meter.errorLog())
        .contains(
            "CPU 0: the counter does not advance, as in many virtual machines; energy stays N/A, "
                + "--meter estimate:65W estimates it");
  }

  @Test
  void read_ofACounterThatWasReset_isUnknown() throws IOException {
    tree.zone("intel-rapl:0", "package-0", RANGE).set("intel-rapl:0", 60_000_000);
    RaplMeter meter = meter();
    tree.set("intel-rapl:0", 1_000_000);
    millis += 1000;
    assertThat(watts(meter)).containsExactly(Double.NaN);
    assertThat(meter.errorLog())
        .containsExactly(
            "CPU 0: the counter says 262084 W, expected above 0 and at most 10000 W; it was "
                + "probably reset");
    tree.set("intel-rapl:0", 51_000_000);
    millis += 1000;
    assertThat(watts(meter)).containsExactly(50.0);
  }

  @Test
  void read_twiceAtOnce_givesNothingTheSecondTime() throws IOException {
    tree.zone("intel-rapl:0", "package-0", RANGE);
    RaplMeter meter = meter();
    millis += 49;
    assertThat(meter.read()).isEmpty();
    millis += 1;
    assertThat(meter.read()).hasSize(1);
  }

  @Test
  void read_ofACounterThatBreaks_isUnknownUntilItAnswersTwice() throws IOException {
    tree.zone("intel-rapl:0", "package-0", RANGE);
    RaplMeter meter = meter();
    Files.writeString(tree.counter("intel-rapl:0"), "rubbish\n");
    millis += 1000;
    assertThat(watts(meter)).containsExactly(Double.NaN);
    tree.set("intel-rapl:0", 1_000_000);
    millis += 1000;
    assertThat(watts(meter)).containsExactly(Double.NaN);
    tree.set("intel-rapl:0", 3_000_000);
    millis += 1000;
    assertThat(watts(meter)).containsExactly(2.0);
    assertThat(meter.errorLog())
        .containsExactly(
            tree.counter("intel-rapl:0") + ": found \"rubbish\", expected microjoules");
  }

  @Test
  void open_ofACounterForRootAlone_saysHowToAllowIt() throws IOException {
    tree.zone("intel-rapl:0", "package-0", RANGE);
    Path counter = tree.counter("intel-rapl:0");
    Files.setPosixFilePermissions(counter, PosixFilePermissions.fromString("-w-------"));
    assumeThat(Files.isReadable(counter)).as("root reads everything").isFalse();
    RaplMeter meter = meter();
    assertThat(watts(meter)).containsExactly(Double.NaN);
    assertThat(meter.errorLog()).containsExactly(RaplMeter.denied(counter));
  }

  @Test
  void denied_namesTheFileAndTheCommand() {
    assertThat(RaplMeter.denied(Path.of("/sys/class/powercap/intel-rapl:0/energy_uj")))
        .isEqualTo(
            "/sys/class/powercap/intel-rapl:0/energy_uj: not readable: since 2020, Linux "
                + "restricts it to root; allow it until the next reboot with: sudo chmod a+r "
                + "/sys/class/powercap/intel-rapl:*/energy_uj");
  }

  @Test
  void open_withoutCounters_saysWhereTheyAre() {
    RaplMeter meter = meter();
    assertThat(meter.read()).isEmpty();
    assertThat(meter.errorLog())
        .containsExactly(
            "no counter intel-rapl:0 in "
                + root
                + "; Linux provides it on physical machines with an Intel or AMD processor; "
                + "elsewhere, estimate the power of the processors with --meter estimate:65W");
    assertThat(meter.isInstalled()).isFalse();
    RaplMeter nowhere = new RaplMeter(root.resolve("none"), () -> 0, () -> 0);
    assertThat(nowhere.read()).isEmpty();
  }

  private RaplMeter meter() {
    return new RaplMeter(root, () -> millis, () -> millis * 1_000_000);
  }

  private static List<Tuple> powers(RaplMeter meter) {
    return meter.read().stream().map(s -> tuple(s.device(), s.powerW())).toList();
  }

  private static List<Double> watts(RaplMeter meter) {
    return meter.read().stream().map(PowerSample::powerW).toList();
  }
}
