package io.github.greenscreen;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.Shell.Outcome;
import io.github.greenscreen.SmiScenario.Row;
import io.github.greenscreen.SmiScenario.Tick;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The fake behaves as the real tool does where the program relies on it. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the fake nvidia-smi is a shell script")
@Timeout(120)
class SmiScenarioTest {
  private static final Row FIRST = new Row(0, "GPU-11");
  private static final Row SECOND = new Row(1, "GPU-22");

  @TempDir private Path folder;

  @Test
  void query_tickByTick_repeatsTheLast() throws Exception {
    play(
        new SmiScenario()
            .tick(new Tick().rows(FIRST.power("100.5"), SECOND.power("[N/A]")))
            .tick(new Tick().line("No devices were found").stderr("oh").exit(9)));
    String query = "--query-gpu=power.draw,index,uuid --format=csv,noheader,nounits";

    assertThat(call(query)).isEqualTo(new Outcome(0, "100.5, 0, GPU-11\n[N/A], 1, GPU-22\n", ""));
    Outcome broken = new Outcome(9, "No devices were found\n", "oh\n");
    assertThat(call(query)).isEqualTo(broken);
    assertThat(call(query)).isEqualTo(broken);
    assertThat(SmiScenario.calls(folder)).containsOnly(query);
  }

  @Test
  void query_withIds_printsThoseGpus() throws Exception {
    play(new SmiScenario().tick(new Tick().rows(FIRST.power("1"), SECOND.power("2"))));
    String query = "--query-gpu=power.draw --format=csv,noheader -i ";
    assertThat(call(query + "1").out()).isEqualTo("2\n");
    assertThat(call(query + "GPU-11,GPU-22").out()).isEqualTo("1\n2\n");
  }

  @Test
  void query_ofAnUnknownField_failsWhole() throws Exception {
    play(new SmiScenario().liveFields("power.draw").tick(new Tick().rows(FIRST.power("1"))));
    assertThat(call("--query-gpu=power.draw,cuda_version --format=csv"))
        .isEqualTo(new Outcome(2, "Field \"cuda_version\" is not a valid field to query.\n\n", ""));
    assertThat(call("--help-query-gpu").out())
        .contains("\"power.draw\"\n")
        .doesNotContain("power.draw.average");
  }

  @Test
  void list_withMig_namesItUnderItsBoard() throws Exception {
    play(new SmiScenario().gpu("NVIDIA A100, 40GB", "GPU-5d", "MIG-c6").carriageReturns());
    assertThat(call("-L").out())
        .isEqualTo(
            """
            GPU 0: NVIDIA A100, 40GB (UUID: GPU-5d)\r
              MIG 1g.5gb     Device  0: (UUID: MIG-c6)\r
            """);
    assertThat(call("--query-gpu=name,uuid,driver_version --format=csv,noheader").out())
        .isEqualTo("NVIDIA A100, 40GB, GPU-5d, 550.54.15\r\n");
  }

  @Test
  void loop_untilATickExits_printsOneTickAPeriod() throws Exception {
    play(
        new SmiScenario()
            .tick(new Tick().rows(FIRST.power("single")))
            .loopTick(new Tick().rows(FIRST.power("1")))
            .loopTick(new Tick().delay(0.01).rows(FIRST.power("2")).half("0, 3").exit(15)));
    String query = "--query-gpu=index,power.draw --format=csv,noheader,nounits";
    assertThat(call(query + " --loop-ms=10")).isEqualTo(new Outcome(15, "0, 1\n0, 2\n0, 3", ""));
    assertThat(call(query + " -lms 10").code()).isEqualTo(15);
    assertThat(call(query).out()).isEqualTo("0, single\n");
  }

  @Test
  void computeApps_always_areListedWithoutATick() throws Exception {
    play(new SmiScenario().tick(new Tick().line("tick")).computeApp("7", "a, b", "GPU-11", "300"));
    String query = "--query-compute-apps=pid,process_name,gpu_uuid,used_memory --format=csv";

    assertThat(call(query)).isEqualTo(new Outcome(0, "7, a, b, GPU-11, 300\n", ""));
    assertThat(SmiScenario.calls(folder)).isEmpty();
  }

  private void play(SmiScenario scenario) {
    Map<String, String> environment = scenario.install(folder);
    assertThat(environment).containsKey("PATH");
  }

  private Outcome call(String arguments) throws IOException, InterruptedException {
    List<String> command =
        Stream.concat(
                Stream.of(folder.resolve("nvidia-smi").toString()),
                Arrays.stream(arguments.split(" ")))
            .toList();
    return Shell.run(folder, Map.of(), command);
  }
}
