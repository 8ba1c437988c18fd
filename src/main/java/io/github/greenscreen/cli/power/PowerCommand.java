package io.github.greenscreen.cli.power;

import io.github.greenscreen.cli.converter.DurationConverter;
import io.github.greenscreen.cli.converter.PositiveIntConverter;
import io.github.greenscreen.cli.option.MeterOptions;
import io.github.greenscreen.cli.support.BaseCommand;
import io.github.greenscreen.cli.support.ExceptionHandler;
import io.github.greenscreen.cli.support.Shutdown;
import io.github.greenscreen.cli.support.UsageException;
import io.github.greenscreen.console.LivePowerTable;
import io.github.greenscreen.console.Terminal;
import io.github.greenscreen.format.DurationFormat;
import io.github.greenscreen.power.MeterFacts;
import io.github.greenscreen.power.PowerMeter;
import io.github.greenscreen.power.meter.MeterAdvice;
import io.github.greenscreen.power.meter.MeterChoice;
import io.github.greenscreen.power.meter.MeterSet;
import io.github.greenscreen.process.ExitCode;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code greenscreen power}: shows or calibrates the readings of power meters. */
@Command(
    name = "power",
    description = {
      "Show the readings of this machine's power meters every second until Ctrl-C.",
      "With --calibrate, measure idle power, noise and update interval of each meter.",
      "Exits with 1 if no meter is available."
    })
public final class PowerCommand extends BaseCommand {
  private static final Duration PERIOD = Duration.ofSeconds(1);

  /** Short enough to see how often values change, and long enough for meters that call a tool. */
  private static final Duration CALIBRATION_PERIOD = Duration.ofMillis(50);

  @Option(
      names = "--meter",
      paramLabel = "METER",
      description =
          "Read this meter: auto, nvml, nvidia-smi, rapl, replay:FILE or estimate:65W; join several"
              + " with + to add them up (default: all available, separately).")
  private String meter;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      converter = PositiveIntConverter.class,
      description = "Stop after N readings, one per second.")
  private Integer seconds;

  @Option(
      names = "--calibrate",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      description = "Sample as fast as possible for TIME, such as 30s, and assess the meters.")
  private Duration calibrate;

  @Override
  public int execute() throws InterruptedException {
    if (calibrate != null && seconds != null) {
      throw new UsageException(
          "--calibrate and --seconds are mutually exclusive; remove one of them");
    }
    // Ctrl-C is the usual way to end the display, but it interrupts a calibration.
    return calibrate == null ? Shutdown.endingWell(this::read) : Shutdown.interrupting(this::read);
  }

  /** Work until done, or until the thread is interrupted. */
  private int read() {
    try (MeterSet meters = MeterSet.answering(candidates())) {
      if (meters.isEmpty()) {
        ExceptionHandler.say(err(), nothing(meters));
        return ExitCode.FAILURE;
      }
      meters.all().forEach(this::introduce);
      if (out().checkError()) {
        // The reader has closed the pipe.
        return ExitCode.DONE;
      }
      if (calibrate != null) {
        return calibrate(meters);
      }
      watch(meters);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return calibrate == null ? ExitCode.DONE : ExitCode.INTERRUPTED;
    } finally {
      out().flush();
    }
    return ExitCode.DONE;
  }

  private List<PowerMeter> candidates() {
    Duration period = calibrate == null ? PERIOD : CALIBRATION_PERIOD;
    List<MeterChoice> choices =
        meter == null ? MeterChoice.each(period) : List.of(MeterOptions.choice(meter, period));
    return choices.stream().map(context().meter()).toList();
  }

  /** Say why no meter answers, and what to do about it. */
  private String nothing(MeterSet meters) throws InterruptedException {
    if (meter == null) {
      return MeterAdvice.of(meters.silent());
    }
    if (meter.equals(MeterChoice.AUTO.spelled())) {
      List<PowerMeter> single = MeterChoice.each(PERIOD).stream().map(context().meter()).toList();
      try (MeterSet all = MeterSet.answering(single)) {
        return MeterAdvice.of(all.silent());
      }
    }
    return "meter %s reports no power: %s"
        .formatted(meter, meters.silent().values().iterator().next());
  }

  private void introduce(PowerMeter each) {
    String facts =
        each.facts().entrySet().stream()
            .map(fact -> ", " + fact.getKey() + " " + fact.getValue())
            .collect(Collectors.joining());
    String period =
        calibrate == null
            ? "sampled every second"
            : "sampled as fast as possible for "
                + DurationFormat.spell(calibrate.toMillis() / 1000.0);
    boolean guess = "true".equals(each.facts().get(MeterFacts.ESTIMATED));
    String how = guess ? "at least partly estimated, not measured, " : "";
    out().printf("%s: %s%s%s%n", each.name(), how, period, facts);
    out().flush();
  }

  private void watch(MeterSet meters) throws InterruptedException {
    boolean live = context().terminal().live() && Terminal.isOutput(System.getProperties());
    LivePowerTable display =
        new LivePowerTable(out(), live ? context().terminal() : Terminal.plain());
    // The last reading, by which the meters were found, is the first of two.
    boolean early = meters.all().stream().anyMatch(PowerMeter::needsTwoReadings);
    long start = System.nanoTime() + (early ? PERIOD.toNanos() : 0);
    for (long tick = 0; seconds == null || tick < seconds; tick++) {
      long wait = start + tick * PERIOD.toNanos() - System.nanoTime();
      Thread.sleep(Math.max(0, wait / 1_000_000));
      List<LivePowerTable.Reading> readings = readings(meters);
      if (Thread.currentThread().isInterrupted()) {
        return;
      }
      display.show(LocalTime.now(ZoneId.systemDefault()), readings);
      if (out().checkError()) {
        // The reader has closed the pipe.
        return;
      }
    }
  }

  private static List<LivePowerTable.Reading> readings(MeterSet meters) {
    return meters.all().stream()
        .flatMap(
            each ->
                meters.read(each).stream()
                    .map(
                        sample ->
                            new LivePowerTable.Reading(each.meterOf(sample.device()), sample)))
        .toList();
  }

  /** Print the results, even if the calibration is interrupted. */
  private int calibrate(MeterSet meters) {
    err().println("Keep the machine idle until this finishes.");
    err().flush();
    MeterCalibration.Result result = MeterCalibration.of(meters.all(), calibrate);
    print(result.table());
    if (!result.whole()) {
      ExceptionHandler.say(err(), "interrupted; the table shows the readings so far");
      return ExitCode.INTERRUPTED;
    }
    return ExitCode.DONE;
  }
}
