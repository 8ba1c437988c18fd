package io.github.greenscreen.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.greenscreen.space.Configuration;
import io.github.greenscreen.space.SearchSpace;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The files in {@code configs}, which docs/recipes.md describes. */
class ShippedConfigsTest {
  private static final Path FOLDER = Path.of("configs");

  @ParameterizedTest
  @MethodSource("files")
  void read_everyFile_hasNoWarnings(Path file) throws IOException {
    assertThat(ConfigReader.read(file).warnings()).isEmpty();
    assertThat(Files.readString(Path.of("docs", "recipes.md")))
        .contains("--config configs/" + file.getFileName());
  }

  static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.toList();
    }
  }

  @ParameterizedTest
  @CsvSource({"speedrun.yaml, 3", "prune.yaml, 12", "accelerate.yaml, 54"})
  void read_aGrid_hasTheRunsThatItPromises(String file, long runs) {
    assertThat(space(file).size()).isEqualTo(BigInteger.valueOf(runs));
  }

  @Test
  void speedrun_always_givesEachNetworkItsRecipe() {
    assertThat(all("speedrun.yaml"))
        .extracting(
            run -> run.get("model"),
            run -> run.get("epochs"),
            run -> run.find("optimizer").orElse("Adam"),
            run -> run.find("augmentation").orElse("None"),
            run -> run.find("initialization").orElse("random"))
        .containsExactly(
            tuple("airbench", "28", "Muon", "translate+alternating_flip", "whitening"),
            tuple("resnet20", "60", "Adam", "None", "random"),
            tuple("resnet50", "18", "Adam", "None", "random"));
  }

  @Test
  void prune_ofOneNetwork_changesOneThingAtATime() {
    assertThat(all("prune.yaml"))
        .filteredOn(run -> run.get("model").equals("resnet44"))
        .extracting(
            run ->
                "%s %s %s %s"
                    .formatted(
                        run.get("pruning_schedule"),
                        run.find("final_sparsity").orElse("-"),
                        run.get("internal"),
                        run.get("precision")))
        .containsExactly(
            "none - None float32",
            "none - None global_policy_float16",
            "none - post_quantization float32",
            "constant 0.6 None float32",
            "polynomial 0.6 None float32",
            "polynomial 0.7 None float32");
  }

  private static List<Configuration> all(String file) {
    SearchSpace space = space(file);
    return IntStream.range(0, space.size().intValueExact())
        .mapToObj(i -> space.at(BigInteger.valueOf(i)))
        .toList();
  }

  private static SearchSpace space(String file) {
    return ConfigReader.read(FOLDER.resolve(file)).space();
  }
}
