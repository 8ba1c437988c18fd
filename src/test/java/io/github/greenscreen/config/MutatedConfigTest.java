package io.github.greenscreen.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.space.SearchSpace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Broken copies of the shipped file and of a richer one: sentences, or something usable. */
class MutatedConfigTest {
  private static final int MUTATIONS = 200;

  private static final String RICH =
      """
      method: random
      metric: {name: val_loss, goal: minimize, target: 0.1}
      early_terminate: {type: hyperband, min_iter: 3, eta: 3}
      constraints: {power_W: 250, energy_Wh: 30}
      seed: 4
      repeats: 2
      parameters:
        optimizer: {values: [SGD, Adam], probabilities: [0.5, 0.5]}
        lr: {distribution: log_uniform_values, min: 1.0e-4, max: 0.1}
        batch_size: {distribution: q_log_uniform_values, min: 8, max: 256, q: 8}
        sgd:
          when: {optimizer: SGD}
          parameters:
            optimizer_momentum: {distribution: beta, a: 2, b: 2}
      forbid:
        - {optimizer: Adam, batch_size: {min: 128}}
      """;

  @TempDir Path folder;

  @Test
  void read_mutatedShippedFile_givesSentencesOrAConfig() throws IOException {
    check(Files.readString(Path.of("config.yaml")), 1);
  }

  @Test
  void read_mutatedRichFile_givesSentencesOrAConfig() throws IOException {
    check(RICH, 2);
  }

  @Test
  void readExternal_mutatedFile_givesSentencesOrAConfig() throws IOException {
    Random random = new Random(3);
    int usable = 0;
    for (int i = 0; i < MUTATIONS; i++) {
      Path file = folder.resolve("config.yaml");
      Files.writeString(file, Mutations.of(RICH, random));
      try {
        SearchSpace space = ConfigReader.readExternal(file).space();
        assertThat(space.baseline().values()).isNotEmpty();
        usable++;
      } catch (ConfigException e) {
        assertThat(e.problems())
            .isNotEmpty()
            .allSatisfy(problem -> assertThat(problem).startsWith(file + ":"));
      }
    }
    assertThat(usable).isBetween(1, MUTATIONS - 1);
  }

  private void check(String original, long seed) throws IOException {
    Random random = new Random(seed);
    int usable = 0;
    for (int i = 0; i < MUTATIONS; i++) {
      Path file = folder.resolve("config.yaml");
      Files.writeString(file, Mutations.of(original, random));
      try {
        use(ConfigReader.read(file).space());
        usable++;
      } catch (ConfigException e) {
        assertThat(e.problems())
            .isNotEmpty()
            .allSatisfy(
                problem ->
                    assertThat(problem)
                        .startsWith(file + ":")
                        .doesNotContain("Exception", "java."));
      }
    }
    assertThat(usable).isBetween(1, MUTATIONS - 1);
  }

  private static void use(SearchSpace space) {
    assertThat(space.baseline().values()).containsKeys("model", "dataset", "epochs", "seed");
    double[] middle = new double[space.dimensions().size()];
    Arrays.fill(middle, 0.5);
    space.at(middle).ifPresent(found -> assertThat(space.unit(found)).isPresent());
    if (space.isFinite()) {
      assertThat(space.size()).isPositive();
    }
  }
}
