package io.github.greenscreen.run.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.greenscreen.Golden;
import io.github.greenscreen.run.RunStore;
import io.github.greenscreen.run.model.RunFolderException;
import io.github.greenscreen.run.model.SweepRecord;
import io.github.greenscreen.space.Configuration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepFileTest {
  private static final Configuration ONE =
      Configuration.of(Map.of()).with("lr", "1.5e-4").with("augmentation", "None");
  private static final SweepRecord SWEEP =
      new SweepRecord(
          "random",
          -3,
          100,
          2,
          "my data: here",
          OptionalInt.of(64),
          settings(),
          Map.of("epochs", "3"),
          List.of("/old runs/007", "001"),
          List.of(ONE.with("lr", "1")),
          List.of(ONE, ONE.with("partitioning", "60-20-20").with("seed", "22")));

  @TempDir Path folder;

  private static Map<String, String> settings() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("meter", "estimate:65W+replay:/my runs/power.csv");
    settings.put("meter-period", "0.5");
    settings.put("energy-budget", "5 kWh");
    return settings;
  }

  @Test
  void format_sweep_isTheGoldenFile() {
    Golden.check(SweepFileTest.class, "sweep.yaml", SweepFile.format(SWEEP));
  }

  @Test
  void writeSweep_readAgain_isTheSame() {
    RunStore store = new RunStore(folder.resolve("deep/runs"));
    store.study().writeSweep(SWEEP);
    assertThat(store.study().readSweep()).contains(SWEEP);
    assertThat(store.study().readSweep().orElseThrow().configurations().get(0).toString())
        .isEqualTo("{lr=1.5e-4, augmentation=None}");
    assertThat(folder.resolve("deep/runs")).isDirectoryContaining("glob:**/sweep.yaml");
    assertThat(store.folders()).isEmpty();
  }

  @Test
  void readSweep_cutOffAnywhere_takesTheCopy() throws IOException {
    RunStore store = new RunStore(folder);
    store.study().writeSweep(SWEEP);
    String whole = Files.readString(folder.resolve("sweep.yaml"));
    for (int length = 0; length < whole.length(); length++) {
      Files.writeString(folder.resolve("sweep.yaml"), whole.substring(0, length));
      assertThat(store.study().readSweep()).contains(SWEEP);
    }
  }

  @Test
  void readSweep_cutOffWithoutACopy_isRefused() throws IOException {
    RunStore store = new RunStore(folder);
    store.study().writeSweep(SWEEP);
    Files.delete(folder.resolve("sweep.yaml.copy"));
    Path file = folder.resolve("sweep.yaml");
    String whole = Files.readString(file);
    Files.writeString(file, whole.substring(0, whole.lastIndexOf("    partitioning")));
    assertThatThrownBy(store.study()::readSweep)
        .isInstanceOf(RunFolderException.class)
        .hasMessage(file + ": truncated: its last line is not \"# end\"");
  }

  @Test
  void readSweep_ofAnEarlierVersion_needsNoEnd() {
    String text = SweepFile.format(SWEEP);
    String earlier = text.substring(text.indexOf('\n') + 1).replace("# end\n", "");
    assertThat(SweepFile.parse(folder, earlier)).isEqualTo(SWEEP);
  }

  @Test
  void writeSweep_fileOfSeveralMebibytes_isReadAgain() {
    List<Configuration> many =
        IntStream.range(0, 100).mapToObj(i -> ONE.with("seed", i + "0".repeat(30_000))).toList();
    RunStore store = new RunStore(folder);
    SweepRecord empty =
        new SweepRecord(
            "grid",
            1,
            100,
            1,
            "",
            OptionalInt.empty(),
            Map.of(),
            Map.of(),
            List.of(),
            List.of(),
            List.of());
    store.study().writeSweep(empty.and(many));
    assertThat(store.study().readSweep().orElseThrow().configurations()).isEqualTo(many);
  }

  @Test
  void with_otherSettings_replacesAndAdds() {
    SweepRecord changed = SWEEP.with(Map.of("meter", "none", "idle", "0"));

    assertThat(changed.settings())
        .containsExactly(
            Map.entry("meter", "none"),
            Map.entry("meter-period", "0.5"),
            Map.entry("energy-budget", "5 kWh"),
            Map.entry("idle", "0"));
    assertThat(changed.configurations()).isEqualTo(SWEEP.configurations());
  }

  @Test
  void readSweep_none_isEmpty() {
    assertThat(new RunStore(folder).study().readSweep()).isEmpty();
  }

  @Test
  void readSweep_broken_namesFileAndLine() throws Exception {
    Path file = folder.resolve("sweep.yaml");
    Files.writeString(file, "method: grid\nseed: x\nasked: 1\nconfigurations:\n  1:\n    lr: 1\n");
    assertThatThrownBy(() -> new RunStore(folder).study().readSweep())
        .isInstanceOf(RunFolderException.class)
        .hasMessage(file + ":2: seed \"x\"; expected a whole number");
    Files.writeString(file, "method: grid\nseed: 1\nasked: 0\nconfigurations:\n  1:\n    lr: 1\n");
    assertThatThrownBy(() -> new RunStore(folder).study().readSweep())
        .hasMessage(file + ":3: asked \"0\"; expected a whole number above 0");
    Files.writeString(file, "method: grid\nseed: 1\nasked: 1\nconfigurations: none\n");
    assertThatThrownBy(() -> new RunStore(folder).study().readSweep())
        .hasMessage(file + ":4: configurations is a single value; expected indented lines");
    Files.writeString(file, "method: grid\nseed: 1\n");
    assertThatThrownBy(() -> new RunStore(folder).study().readSweep())
        .hasMessage(file + ": asked is missing; expected a line asked: …");
  }
}
