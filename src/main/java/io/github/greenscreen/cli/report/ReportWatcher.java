package io.github.greenscreen.cli.report;

import io.github.greenscreen.cli.support.RunLoader;
import io.github.greenscreen.cli.support.WakeUpSignal;
import io.github.greenscreen.process.ExitCode;
import io.github.greenscreen.report.html.HtmlReport;
import io.github.greenscreen.run.FolderFingerprint;
import io.github.greenscreen.run.RunStore;
import io.github.greenscreen.sweep.StudyProgress;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;

/**
 * Rewrites a report whenever the runs folder has changed, until its sweep has ended: no work is
 * left, or the process of the sweep has exited. Between reports only times and sizes of files are
 * read, at intervals that limit the load to half a percent of a core. One thread watches; any
 * thread may ring the alarm.
 */
final class ReportWatcher {
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
  private static final Duration USUAL_PAUSE = Duration.ofSeconds(2);
  private static final Duration SHORTEST_RELOAD = Duration.ofSeconds(1);

  /** Number of polls that fit between two reports, unless a poll takes long. */
  private static final int LOOKS = 5;

  private static final Duration SHORTEST_PAUSE = Duration.ofMillis(50);

  /** Ratio of the pause after a poll to the duration of the poll. */
  private static final int REST = 200;

  private final RunStore store;
  private final ReportService reporting;
  private final Duration every;
  private final WakeUpSignal wakeUp;
  private final PrintWriter out;
  private final PrintWriter err;
  private Optional<FolderFingerprint> written = Optional.empty();
  private Optional<ReportService.Draft> last = Optional.empty();
  private boolean wasAtWork;
  private boolean wasGone;
  private long due;
  private String said = "";

  /** Watch {@code store} for {@code reporting}, and write at most once per {@code every}. */
  ReportWatcher(
      RunStore store,
      ReportService reporting,
      Duration every,
      WakeUpSignal wakeUp,
      PrintWriter out,
      PrintWriter err) {
    this.store = store;
    this.reporting = reporting;
    this.every = every;
    this.wakeUp = wakeUp;
    this.out = out;
    this.err = err;
  }

  /** Watch until the sweep has ended or the alarm rings, and return the exit code. */
  int watch() {
    due = wakeUp.nanos();
    while (!wakeUp.isSignalled()) {
      long before = wakeUp.nanos();
      boolean atWork = store.holder().isPresent();
      FolderFingerprint fingerprint = store.fingerprint();
      long cost = wakeUp.nanos() - before;
      wasAtWork = wasAtWork || atWork;
      if (isDue(fingerprint, atWork) && hasEnded(fingerprint, atWork)) {
        return ExitCode.DONE;
      }
      wakeUp.await(pause(cost));
    }
    return broken();
  }

  /**
   * Return whether to write a report. A sweep that has exited may leave runs that continue without
   * it, so the folder is then checked even if it has not changed.
   */
  private boolean isDue(FolderFingerprint fingerprint, boolean atWork) {
    if (fingerprint.runs() == 0) {
      say(
          "no runs in %s yet; waiting for a sweep to start (Ctrl-C to quit)"
              .formatted(store.path()));
      return false;
    }
    boolean gone = wasAtWork && !atWork;
    boolean justGone = gone && !wasGone;
    wasGone = gone;
    boolean changed = !written.equals(Optional.of(fingerprint));
    return justGone || ((gone || changed) && wakeUp.nanos() >= due);
  }

  /** Write the report and return whether it is the last. */
  private boolean hasEnded(FolderFingerprint fingerprint, boolean atWork) {
    ReportService.Draft draft = reporting.draft(RunLoader.readable(store));
    boolean ended = draft.progress().map(progress -> isOver(progress, atWork)).orElse(false);
    boolean first = last.isEmpty();
    if (ended || !written.equals(Optional.of(fingerprint))) {
      reporting.write(draft, ended ? Duration.ZERO : reload());
      last = Optional.of(draft);
      written = Optional.of(fingerprint);
    }
    due = wakeUp.nanos() + every.toNanos();
    if (first) {
      out.println(reporting.pdf());
      out.println(reporting.html());
      out.flush();
    }
    tell(draft, ended, atWork);
    return ended;
  }

  private boolean isOver(StudyProgress progress, boolean atWork) {
    boolean idle = !atWork && progress.alive().isEmpty();
    return idle && (progress.isComplete() || wasAtWork);
  }

  private void tell(ReportService.Draft draft, boolean ended, boolean atWork) {
    if (draft.progress().isEmpty()) {
      say(draft.warning());
      return;
    }
    String progress = reporting.words(draft.progress().get()).progress();
    if (ended) {
      err.println("the sweep ended: " + progress);
      draft.input().unfinished().lines().forEach(err::println);
      err.flush();
    } else {
      String idle = "; no sweep is running there, waiting for one (Ctrl-C to quit)";
      say(progress + (atWork || !draft.progress().get().alive().isEmpty() ? "" : idle));
    }
  }

  /** Replace the page by one that does not reload itself. */
  private int broken() {
    last.ifPresent(draft -> HtmlReport.write(reporting.html(), draft.input()));
    return ExitCode.INTERRUPTED;
  }

  private Duration reload() {
    return every.compareTo(SHORTEST_RELOAD) < 0 ? SHORTEST_RELOAD : every;
  }

  private Duration pause(long cost) {
    Duration rest = Duration.ofNanos(REST * cost);
    Duration part = every.dividedBy(LOOKS);
    Duration least = part.compareTo(USUAL_PAUSE) < 0 ? part : USUAL_PAUSE;
    Duration pause = rest.compareTo(least) > 0 ? rest : least;
    pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    return pause.compareTo(SHORTEST_PAUSE) > 0 ? pause : SHORTEST_PAUSE;
  }

  /** Print {@code sentence}, unless it was the last one printed. */
  private void say(String sentence) {
    if (!sentence.equals(said)) {
      err.println(sentence);
      err.flush();
      said = sentence;
    }
  }
}
