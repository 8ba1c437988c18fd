package io.github.greenscreen.console;

import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.run.RunStatus;
import io.github.greenscreen.space.Configuration;
import io.github.greenscreen.sweep.SweepListener;
import java.util.Locale;

/** Tells a person how a sweep goes: a line per finished run, and a bar with the time left. */
public final class SweepProgress implements SweepListener {
  private final ProgressBar bar;
  private int index;
  private int total;

  /** Tell on {@code bar}, which the caller closes. */
  public SweepProgress(ProgressBar bar) {
    this.bar = bar;
  }

  @Override
  public synchronized void sweepPlanned(int runs) {
    total = runs;
  }

  @Override
  public synchronized void idling() {
    bar.show(index / (double) total, "idle, to measure or cool down");
  }

  @Override
  public synchronized void runStarted(
      String name, int place, int runs, Configuration configuration) {
    index = place;
    total = runs;
    show(name, 0, "starting");
  }

  @Override
  public synchronized void runProgress(String name, int epochsDone, int epochs) {
    show(name, epochsDone / (double) epochs, "epoch " + epochsDone + "/" + epochs);
  }

  @Override
  public synchronized void runEnded(RunRecord run) {
    RunFigures figures = RunFigures.of(run);
    RunStatus status = run.status();
    String line =
        String.format(
            Locale.ROOT,
            "[%" + Integer.toString(total).length() + "d/%d] %s %-11s  accuracy %s  energy %s  %s",
            index,
            total,
            run.name(),
            status.state().spelling(),
            number(100 * figures.accuracy(), "%5.1f %%"),
            number(figures.energyWh(), "%.3g Wh") + mark(figures),
            Durations.spell(figures.seconds()));
    bar.line(status.why().isEmpty() ? line : line + "  " + status.why());
    show(run.name(), 1, "ended");
  }

  private void show(String name, double share, String what) {
    bar.show((index - 1 + share) / total, "run " + name + ", " + what);
  }

  private static String mark(RunFigures figures) {
    return figures.mark().isEmpty() ? "" : " (" + figures.mark() + ")";
  }

  private static String number(double value, String format) {
    return Double.isNaN(value) ? "N/A" : String.format(Locale.ROOT, format, value);
  }
}
