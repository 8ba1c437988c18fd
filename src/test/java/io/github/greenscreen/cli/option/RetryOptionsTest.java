package io.github.greenscreen.cli.option;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.cli.CliFixture;
import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.run.RunStore;
import io.github.greenscreen.run.lock.FolderLock;
import io.github.greenscreen.run.model.RunLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RetryOptionsTest {
  @TempDir private Path folder;
  private CliFixture cli;

  @BeforeEach
  void prepare() throws IOException {
    cli = new CliFixture(folder);
  }

  @Test
  void sweep_limits_reachEveryRun() {
    assertThat(cli.study("sweep -n 2 --max-run-time 2h --on-nan continue").code()).isZero();
    assertThat(runs())
        .allSatisfy(
            run -> {
              RunLimits limits = run.status().limits();
              assertThat(limits.maxSeconds()).hasValue(7200);
              assertThat(limits.continuesOnNan()).isTrue();
            })
        .hasSize(2);
  }

  @Test
  void sweep_orphan_isHandedToTheRuns() {
    cli.study("sweep -n 1 --orphan stop --meter none");
    assertThat(cli.launches()).containsExactly(List.of("--meter", "none", "--orphan", "stop"));
  }

  @Test
  void sweep_maxRetriesOfTheFile_countUnlessTheCommandLineSays() throws IOException {
    Path config = cli.path("config.yaml");
    Files.writeString(config, "max_retries: 2\n" + Files.readString(config));
    cli.study("sweep -n 1");
    assertThat(settings("runs")).containsEntry("retries", "2");
    cli.run("sweep -n 1 --config @/config.yaml --dataset shapes --runs @/other --retries 1");
    assertThat(settings("other")).containsEntry("retries", "1");
  }

  @Test
  void sweep_maxFailures_isKept() {
    cli.study("sweep -n 1 --max-failures none");
    assertThat(settings("runs")).containsEntry("max-failures", "none");
    cli.run("sweep --resume --runs @/runs --max-failures 3");
    assertThat(settings("runs")).containsEntry("max-failures", "3");
  }

  @Test
  void train_limits_reachTheRun() {
    cli.study("train --max-run-time 90min");
    assertThat(runs().get(0).status().limits().maxSeconds()).hasValue(5400);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--parallel 0 | found \"0\", expected auto or a whole number from 1 to 999",
        "--parallel two | found \"two\", expected auto or a whole number from 1 to 999",
        "--max-failures 0 | found \"0\", expected none or a whole number from 1 to 999",
        "--max-failures all | found \"all\", expected none or a whole number from 1 to 999",
        "--retries -1 | found \"-1\", expected a whole number from 0 to 999",
        "--on-nan ignore | found \"ignore\", expected stop or continue",
        "--orphan die | found \"die\", expected finish or stop",
        "--stall-timeout 0s | found \"0s\", expected a time above 0 such as 30s or 2min",
      })
  void sweep_badValue_isRefused(String option, String problem) {
    CliFixture.Outcome outcome = cli.study("sweep -n 1 " + option.replace(" ", "="));
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).contains(problem);
  }

  @Test
  void train_folderWithLimits_isRefused() {
    cli.study("train");
    CliFixture.Outcome outcome = cli.run("train @/runs/001 --max-run-time 1h");
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).contains("a run folder defines what to train");
  }

  @Test
  void sweep_runsFolderInUse_isRefused() {
    cli.study("train");
    FolderLock lock = new RunStore(cli.path("runs")).lock();
    try {
      CliFixture.Outcome outcome = cli.study("sweep -n 1");
      assertThat(outcome.code()).isEqualTo(2);
      assertThat(outcome.err())
          .startsWith("greenscreen: @/runs is in use by a sweep, process ")
          .endsWith("; wait until it finishes, or choose another folder with --runs\n");
    } finally {
      lock.close();
    }
  }

  private Map<String, String> settings(String runs) {
    return new RunStore(cli.path(runs)).study().readSweep().orElseThrow().settings();
  }

  private List<RunRecord> runs() {
    return new RunStore(cli.path("runs")).readAll();
  }
}
