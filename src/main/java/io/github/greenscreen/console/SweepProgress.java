package io.github.greenscreen.console;

import io.github.greenscreen.analysis.metrics.PowerSourceLabel;
import io.github.greenscreen.analysis.metrics.RunMetrics;
import io.github.greenscreen.analysis.metrics.RunMetricsFactory;
import io.github.greenscreen.format.DurationFormat;
import io.github.greenscreen.format.TextNumberFormat;
import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.run.model.RunStatus;
import io.github.greenscreen.space.Configuration;
import io.github.greenscreen.sweep.attempt.SweepListener;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Shows the progress of a sweep: one line per finished run, and a bar with the time left and the
 * active runs. Thread-safe.
 */
public final class SweepProgress implements SweepListener {
  private final ProgressBar bar;
  private final Map<String, Going> going = new LinkedHashMap<>();
  private int ended;
  private int total;

  /** Report on {@code bar}, which the caller closes. */
  public SweepProgress(ProgressBar bar) {
    this.bar = bar;
  }

  @Override
  public synchronized void sweepPlanned(int runs) {
    total = runs;
    ended = 0;
  }

  @Override
  public synchronized void idling() {
    bar.show(ended / (double) total, "idle (measuring power or cooling down)");
  }

  @Override
  public synchronized void runStarted(
      String name, int place, int runs, Configuration configuration) {
    total = runs;
    // Runs of an earlier session cause no events, but precede this one in the plan.
    ended = Math.max(ended, place - 1 - going.size());
    going.put(name, new Going(place, 0, "starting"));
    show();
  }

  @Override
  public synchronized void runProgress(String name, int epochsDone, int epochs) {
    update(name, epochsDone / (double) epochs, "epoch " + epochsDone + "/" + epochs);
    show();
  }

  @Override
  public synchronized void runAdopted(String name, String process) {
    bar.line("run " + name + " is still being trained by " + process + "; waiting for it");
    update(name, 0, "waiting");
  }

  @Override
  public synchronized void runRepeated(String name, String reason, int retry, int retries) {
    bar.line("run " + name + " is retried (" + retry + " of " + retries + "): " + reason);
    update(name, 0, "restarting");
  }

  @Override
  public synchronized void stopping(List<String> names, int request) {
    String runs = (names.size() == 1 ? "run " : "runs ") + String.join(", ", names);
    if (!names.isEmpty() && request == 1) {
      bar.line(
          ("stopping: waiting for %s to finish the current epoch; press Ctrl-C again to "
                  + "stop immediately")
              .formatted(runs));
    } else if (!names.isEmpty()) {
      bar.line("stopping " + runs + " immediately");
    }
  }

  @Override
  public synchronized void runSetAside(String name, Path aside, String reason) {
    bar.line(
        ("run %s is broken (%s); its folder was moved to %s, and its configuration will be "
                + "trained again")
            .formatted(name, reason, aside));
  }

  @Override
  public synchronized void runLost(String name, String reason) {
    bar.line("run " + name + " is lost: " + reason);
    end(name);
  }

  @Override
  public synchronized void runEnded(RunRecord run) {
    Going was = going.getOrDefault(run.name(), new Going(ended + 1, 0, ""));
    RunMetrics figures = RunMetricsFactory.of(run);
    RunStatus status = run.status();
    String line =
        String.format(
            Locale.ROOT,
            "[%" + Integer.toString(total).length() + "d/%d] %s %-11s  accuracy %s  energy %s  %s",
            was.place(),
            total,
            run.name(),
            status.state().configName(),
            number(100 * figures.accuracy(), "%5.1f %%"),
            PowerSourceLabel.beside(number(figures.energyWh(), "%.3g Wh"), figures.mark()),
            DurationFormat.spell(figures.seconds()));
    bar.line(status.reason().isEmpty() ? line : line + "  " + status.reason());
    end(run.name());
  }

  private void end(String name) {
    going.remove(name);
    ended++;
    bar.show(ended / (double) total, "run " + name + ", ended");
  }

  private void update(String name, double share, String what) {
    going.computeIfPresent(name, (key, old) -> new Going(old.place(), share, what));
  }

  private void show() {
    double done = ended + going.values().stream().mapToDouble(Going::share).sum();
    String what =
        going.entrySet().stream()
            .map(run -> run.getKey() + ", " + run.getValue().what())
            .collect(Collectors.joining("; "));
    bar.show(done / total, (going.size() == 1 ? "run " : "runs ") + what);
  }

  private static String number(double value, String format) {
    return Double.isNaN(value)
        ? TextNumberFormat.MISSING
        : String.format(Locale.ROOT, format, value);
  }

  /**
   * A run in progress.
   *
   * @param place position in the plan, from 1
   * @param share completed share of the run, 0 to 1
   * @param what current activity
   */
  private record Going(int place, double share, String what) {}
}
