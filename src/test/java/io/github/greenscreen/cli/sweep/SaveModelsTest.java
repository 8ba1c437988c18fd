package io.github.greenscreen.cli.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.cli.CliFixture;
import io.github.greenscreen.cli.CliFixture.Outcome;
import io.github.greenscreen.run.RunFolder;
import io.github.greenscreen.run.RunStore;
import io.github.greenscreen.run.model.ModelSaving;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The option {@code --save-models} of the commands that train. */
final class SaveModelsTest {
  @TempDir private Path folder;
  private CliFixture cli;

  @BeforeEach
  void prepare() throws IOException {
    cli = new CliFixture(folder);
  }

  @Test
  void sweep_byDefault_keepsTheBest() {
    cli.study("sweep -n 1");

    assertThat(saving()).containsExactly(ModelSaving.BEST);
  }

  @Test
  void sweep_resumed_keepsTheChoiceOfItsStart() {
    cli.study("sweep -n 1 --save-models all");
    cli.run("sweep --resume -n 2 --runs @/runs");

    assertThat(saving()).containsExactly(ModelSaving.ALL, ModelSaving.ALL);
  }

  @Test
  void sweep_resumedWithAnotherChoice_appliesItToItsFurtherRuns() {
    cli.study("sweep -n 1 --save-models all");
    cli.run("sweep --resume -n 2 --save-models none --runs @/runs");

    assertThat(saving()).containsExactly(ModelSaving.ALL, ModelSaving.NONE);
  }

  @Test
  void train_none_savesNothing() {
    cli.run("train --runs @/runs --config @/config.yaml --limit 100 --save-models none");

    assertThat(saving()).containsExactly(ModelSaving.NONE);
  }

  @Test
  void study_aChoice_reachesEveryStep() {
    cli.study("study -n 1 --final-epochs 1 --save-models none --report @/report");

    assertThat(saving()).containsExactly(ModelSaving.NONE, ModelSaving.NONE, ModelSaving.NONE);
  }

  @Test
  void choice_thatIsUnknown_isRefusedWithTheKnownOnes() {
    assertThat(cli.study("sweep -n 1 --save-models some"))
        .isEqualTo(
            new Outcome(
                2,
                "",
                """
                greenscreen: Invalid value for option '--save-models': found "some", expected \
                best, all or none
                Try 'greenscreen sweep --help'.
                """));
  }

  @Test
  void sentence_ofKeptNetworks_namesTheirRuns() throws IOException {
    cli.study("sweep -n 3");
    RunStore store = new RunStore(cli.path("runs"));
    assertThat(KeptModels.sentence(store, ModelSaving.BEST)).isEmpty();

    write(store, "002");
    assertThat(KeptModels.sentence(store, ModelSaving.BEST))
        .contains("the trained network of run 002 is kept (--save-models best)");
    assertThat(KeptModels.sentence(store, ModelSaving.ALL)).isEqualTo(Optional.empty());

    write(store, "003");
    assertThat(KeptModels.sentence(store, ModelSaving.BEST))
        .contains("the trained networks of runs 002, 003 are kept (--save-models best)");
  }

  private static void write(RunStore store, String run) throws IOException {
    RunFolder folder = store.find(run).orElseThrow();
    Files.createDirectories(folder.model().path());
    Files.writeString(folder.model().network(), "");
  }

  private List<ModelSaving> saving() {
    return new RunStore(cli.path("runs"))
        .folders().stream().map(run -> run.readStatus().saving().orElseThrow()).toList();
  }
}
