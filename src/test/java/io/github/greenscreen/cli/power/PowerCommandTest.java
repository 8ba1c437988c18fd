package io.github.greenscreen.cli.power;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.FakeNvidiaSmi;
import io.github.greenscreen.cli.CliFixture;
import io.github.greenscreen.cli.CliFixture.Outcome;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command against a real executable that plays {@code nvidia-smi}. */
final class PowerCommandTest {
  private static final String GPUS = "echo '117.68, 60, 15, 1024'; echo '[N/A], 61, 16, 2048'";

  @TempDir private Path folder;
  private CliFixture cli;

  @BeforeEach
  void prepare() throws IOException {
    cli = new CliFixture(folder);
  }

  @Test
  void power_seconds_readsThatOften() {
    Outcome outcome = power(GPUS, "--seconds 2");

    assertThat(outcome.code()).isZero();
    assertThat(outcome.out().lines())
        .hasSize(6)
        .satisfiesExactly(
            line -> assertThat(line).startsWith("nvidia-smi: sampled every second"),
            line -> assertThat(line).startsWith("time      meter       device"),
            line -> assertThat(line).matches(at("GPU 0 +117\\.7 W +60 C +15 % +1024 MiB")),
            line -> assertThat(line).matches(at("GPU 1 +N/A +61 C +16 % +2048 MiB")),
            line -> assertThat(line).matches(at("GPU 0 +117\\.7 W +60 C +15 % +1024 MiB")),
            line -> assertThat(line).matches(at("GPU 1 +N/A +61 C +16 % +2048 MiB")));
  }

  @Test
  void power_noMeter_saysWhatToDo() {
    Outcome outcome = power("exit 9", "");

    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err())
        .isEqualTo(
            "greenscreen: no power meter reports power; nvidia-smi: exit code 9; if the machine "
                + "has an NVIDIA GPU, load its driver with: sudo modprobe nvidia\n");
  }

  @Test
  void power_noMeterInstalled_saysWhatMeasures() {
    Outcome outcome = cli.with(Map.of("PATH", "/no", "GREENSCREEN_NVML", "")).run("power");

    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.err())
        .isEqualTo(
            "greenscreen: no power meter found; install the NVIDIA driver with nvidia-smi if this "
                + "machine has an NVIDIA GPU, or estimate the power of the processors with --meter "
                + "estimate:65W\n");
    assertThat(cli.run("power --meter auto").err()).isEqualTo(outcome.err());
  }

  @Test
  void power_hiddenGpu_isTold() {
    Map<String, String> environment = new HashMap<>(FakeNvidiaSmi.install(folder, GPUS));
    environment.put("CUDA_VISIBLE_DEVICES", "none");

    Outcome outcome = cli.with(environment).run("power --seconds 1 --meter nvidia-smi");

    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.err())
        .isEqualTo(
            "greenscreen: meter nvidia-smi reports no power: CUDA_VISIBLE_DEVICES is none, which "
                + "hides every GPU; unset it, or set it to the numbers or UUIDs of GPUs\n");
  }

  @Test
  void power_oneSecondOfAnEstimate_isOneLineWithAPower() {
    Outcome outcome = power(GPUS, "--seconds 1 --meter estimate:65W");

    assertThat(outcome.out().lines().skip(2))
        .singleElement()
        .asString()
        .matches(
            "\\d\\d:\\d\\d:\\d\\d +estimate +CPU \\(estimated\\) +[\\d.]+ W +N/A +\\d+ % +N/A");
  }

  @Test
  void power_oneSecondOfASum_hasEveryPower() {
    Outcome outcome = power(GPUS, "--seconds 1 --meter nvidia-smi+estimate:65W");

    assertThat(outcome.out().lines().filter(line -> line.contains("CPU (estimated)")))
        .singleElement()
        .asString()
        .contains(" W ");
  }

  @Test
  void power_auto_isNamedByTheMeterItReads() {
    Outcome outcome = power(GPUS, "--seconds 1 --meter auto");

    assertThat(outcome.code()).isZero();
    assertThat(outcome.out()).startsWith("nvidia-smi: sampled every second");
  }

  @Test
  void power_chosenMeterIsSilent_isNamed() {
    Outcome outcome = power("exit 9", "--meter nvidia-smi");

    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.err())
        .isEqualTo(
            "greenscreen: meter nvidia-smi reports no power: exit code 9; if the machine has an "
                + "NVIDIA GPU, load its driver with: sudo modprobe nvidia\n");
  }

  @Test
  void power_unknownMeter_isCorrected() {
    Outcome outcome = power(GPUS, "--meter nvidia-sim");

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err())
        .startsWith(
            "greenscreen: --meter: unknown meter \"nvidia-sim\"; expected auto, nvml, nvidia-smi,"
                + " rapl,")
        .contains("(did you mean \"nvidia-smi\"?)");
  }

  @Test
  void power_calibrate_judgesEveryDevice() {
    Outcome outcome = power(GPUS, "--calibrate 500ms --meter nvidia-smi");

    assertThat(outcome.code()).isZero();
    assertThat(outcome.err()).isEqualTo("Keep the machine idle until this finishes.\n");
    assertThat(outcome.out().lines().skip(3))
        .satisfiesExactly(
            line ->
                assertThat(line)
                    .matches(
                        "nvidia-smi +GPU 0 +\\d+ +117\\.68 +0\\.00 +117\\.68 +117\\.68 +\\d+ ms"
                            + " +N/A"),
            line -> assertThat(line).matches("nvidia-smi +GPU 1 +0 +N/A +N/A +N/A +N/A +N/A +N/A"));
  }

  @Test
  void power_calibrateAnEstimate_saysThatItIsOne() {
    Outcome outcome = power(GPUS, "--calibrate 500ms --meter estimate:65W");

    assertThat(outcome.out().lines().findFirst().orElseThrow())
        .startsWith(
            "estimate: at least partly estimated, not measured, sampled as fast as possible");
    assertThat(outcome.out()).containsPattern("\nestimate +CPU \\(estimated\\) +\\d+ ");
  }

  @Test
  void power_anEstimate_isMarkedInEveryLine() {
    Outcome outcome = power(GPUS, "--seconds 2 --meter estimate:65W");

    assertThat(outcome.out().lines().skip(2))
        .hasSize(2)
        .allMatch(line -> line.contains("  CPU (estimated)  "));
  }

  @Test
  void power_calibrateInterrupted_tellsWhatItReadSoFar() throws Exception {
    FutureTask<Outcome> calibration =
        new FutureTask<>(() -> power(GPUS, "--calibrate 1h --meter nvidia-smi"));
    Thread reader = new Thread(calibration);
    reader.start();
    TimeUnit.SECONDS.sleep(2);

    reader.interrupt();
    Outcome outcome = calibration.get(60, TimeUnit.SECONDS);

    assertThat(outcome.code()).isEqualTo(130);
    assertThat(outcome.out()).containsPattern("\nnvidia-smi +GPU 0 +[1-9]\\d* +117\\.68 ");
    assertThat(outcome.err())
        .endsWith("greenscreen: interrupted; the table shows the readings so far\n");
  }

  @Test
  void power_calibrateForNobody_endsWithoutAComplaint() {
    Writer closed =
        new Writer() {
          @Override
          public void write(char[] text, int from, int length) throws IOException {
            throw new IOException("Broken pipe");
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    StringWriter err = new StringWriter();
    cli.with(FakeNvidiaSmi.install(folder, GPUS));

    int code = cli.run("power --calibrate 1h --meter nvidia-smi", closed, err);

    assertThat(code).isEqualTo(141);
    assertThat(err.toString()).doesNotContain("Exception").doesNotContain("Broken");
  }

  @Test
  void power_calibrateAndSeconds_excludeEachOther() {
    Outcome outcome = power(GPUS, "--calibrate 1s --seconds 3");

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err())
        .isEqualTo(
            "greenscreen: --calibrate and --seconds are mutually exclusive; remove one of them\n");
  }

  @Test
  void power_calibrateForNoTime_isRefused() {
    assertThat(power(GPUS, "--calibrate 0s").err())
        .startsWith(
            "greenscreen: Invalid value for option '--calibrate': found \"0s\", expected a time"
                + " above 0 such as 30s or 2min\n");
    assertThat(power(GPUS, "--calibrate soon").code()).isEqualTo(2);
  }

  @Test
  void power_interrupted_ends() throws InterruptedException {
    Thread reader = new Thread(() -> power(GPUS, ""));
    reader.start();
    TimeUnit.MILLISECONDS.sleep(500);

    reader.interrupt();
    reader.join(60_000);

    assertThat(reader.isAlive()).isFalse();
  }

  private Outcome power(String script, String options) {
    Map<String, String> environment = FakeNvidiaSmi.install(folder, script);
    return cli.with(environment).run("power " + options);
  }

  private static String at(String rest) {
    return "\\d\\d:\\d\\d:\\d\\d +nvidia-smi +" + rest;
  }
}
