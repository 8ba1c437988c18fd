package io.github.greenscreen.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.analysis.AnalysisOptions;
import io.github.greenscreen.cli.support.WakeUpSignal;
import io.github.greenscreen.process.ExitCode;
import io.github.greenscreen.run.RunFolder;
import io.github.greenscreen.run.lock.FolderLock;
import io.github.greenscreen.run.model.RunPurpose;
import io.github.greenscreen.sweep.StudyFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A watched sweep that goes on by a step whenever the watch rests, by a clock of its own. */
@Timeout(120)
final class ReportWatcherTest {
  private static final Pattern RELOAD = Pattern.compile("\"reload_s\":([0-9.]+)");

  @TempDir private Path folder;
  private final Deque<Runnable> steps = new ArrayDeque<>();
  private final List<Duration> rests = new ArrayList<>();
  private final List<Object> pages = new ArrayList<>();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final Steps wakeUp = new Steps();
  private StudyFolder study;

  /** Time that passes only while the watch rests. */
  private final class Steps extends WakeUpSignal {
    private long now = 1;
    private Duration least = Duration.ofSeconds(5);

    @Override
    public long nanos() {
      return now;
    }

    @Override
    public void await(Duration time) {
      now += Math.max(time.toNanos(), least.toNanos());
      rests.add(time);
      notePage();
      if (steps.isEmpty()) {
        signal();
      } else {
        steps.removeFirst().run();
      }
    }
  }

  @BeforeEach
  void prepare() {
    study = new StudyFolder(folder.resolve("runs"), 2);
  }

  @Test
  void watch_wholeSweep_reportsEveryChangeAndEndsWithIt() throws IOException {
    FolderLock[] lock = new FolderLock[1];
    RunFolder[] run = new RunFolder[1];
    steps.add(() -> lock[0] = study.store().lock());
    steps.add(() -> run[0] = study.begin(study.next()));
    steps.add(() -> study.epoch(run[0], 0));
    steps.add(() -> {});
    steps.add(() -> study.complete(run[0]));
    steps.add(() -> study.complete(study.next()));
    steps.add(() -> {});
    steps.add(() -> lock[0].close());

    int code = watch(Duration.ofSeconds(5));

    assertThat(code).isEqualTo(ExitCode.DONE);
    assertThat(steps).isEmpty();
    // Run made and begun, its epoch, its end, the other run, and the last time.
    assertThat(pages).hasSize(4);
    assertThat(reload()).isZero();
    assertThat(plain(out)).isEqualTo("@/report/greenscreen.pdf\n@/report/greenscreen.html\n");
    assertThat(plain(err))
        .isEqualTo(
            """
            no runs in @/runs yet; waiting for a sweep to start (Ctrl-C to quit)
            0 of 2 runs of the sweep have ended (1 running, 1 not started)
            1 of 2 runs of the sweep has ended (1 completed, 1 not started)
            2 of 2 runs of the sweep have ended (2 completed)
            the sweep ended: 2 of 2 runs of the sweep have ended (2 completed)
            No final run exists; train it: greenscreen analyze --runs @/runs --report @/report && greenscreen final --runs @/runs --report @/report
            """);
    assertThat(Files.readString(folder.resolve("report/analysis.json"))).contains("\"002\"");
    assertThat(Files.readAllBytes(folder.resolve("report/greenscreen.pdf")))
        .startsWith('%', 'P', 'D', 'F');
  }

  @Test
  void watch_whileItRuns_leavesAPageThatLoadsItselfAnew() throws IOException {
    try (FolderLock lock = study.store().lock()) {
      assertThat(lock).isNotNull();
      study.begin(study.next());
      List<Double> reloads = new ArrayList<>();
      steps.add(() -> reloads.add(reload()));

      int code = watch(Duration.ofSeconds(30));

      assertThat(reloads).containsExactly(30.0);
      assertThat(code).isEqualTo(ExitCode.INTERRUPTED);
      assertThat(reload()).as("after Ctrl-C").isZero();
    }
  }

  @Test
  void watch_manyEpochs_writesOnlySoOften() {
    wakeUp.least = Duration.ZERO;
    try (FolderLock lock = study.store().lock()) {
      assertThat(lock).isNotNull();
      RunFolder run = study.begin(study.next());
      for (int epoch = 0; epoch < 17; epoch++) {
        int number = epoch;
        steps.add(() -> study.epoch(run, number));
      }

      watch(Duration.ofSeconds(10));
    }

    // Rests of two seconds: at once, after 10, 20 and 30, and the last without reloading.
    assertThat(rests).allMatch(Duration.ofSeconds(2)::equals);
    assertThat(pages).hasSize(4);
  }

  @Test
  void watch_sweepIsInterrupted_endsAndSaysHowToGoOn() {
    FolderLock lock = study.store().lock();
    RunFolder run = study.next();
    steps.add(() -> {});
    steps.add(() -> study.interrupt(run));
    steps.add(lock::close);

    int code = watch(Duration.ofSeconds(60));

    assertThat(code).isEqualTo(ExitCode.DONE);
    assertThat(plain(err))
        .contains(
            "the sweep ended: 0 of 2 runs of the sweep have ended (1 interrupted, 1 not "
                + "started)\n")
        .contains("Finish the sweep: greenscreen sweep --resume --runs @/runs\n");
  }

  @Test
  void watch_sweepIsKilledAndItsRunGoesOn_waitsForTheRun() {
    FolderLock lock = study.store().lock();
    RunFolder run = study.begin(study.next());
    FolderLock ofRun = run.lock();
    steps.add(lock::close);
    steps.add(() -> {});
    steps.add(() -> study.complete(run));

    int code = watch(Duration.ofSeconds(5));

    assertThat(code).isEqualTo(ExitCode.DONE);
    assertThat(steps).isEmpty();
    ofRun.close();
    assertThat(plain(err))
        .contains(
            "the sweep ended: 1 of 2 runs of the sweep has ended (1 completed, 1 not started)\n");
  }

  @Test
  void watch_unfinishedSweepThatNobodyCarriesOut_waitsForOne() {
    study.interrupt(study.next());
    steps.add(() -> {});
    steps.add(() -> {});

    int code = watch(Duration.ofSeconds(5));

    assertThat(code).isEqualTo(ExitCode.INTERRUPTED);
    assertThat(plain(err))
        .isEqualTo(
            "0 of 2 runs of the sweep have ended (1 interrupted, 1 not started); no sweep "
                + "is running there, waiting for one (Ctrl-C to quit)\n");
    assertThat(pages).as("and the last without reloading").hasSize(1);
  }

  @Test
  void watch_sweepThatHasEnded_reportsOnceAndEnds() {
    study.complete(study.run(RunPurpose.BASELINE, 0));
    study.complete(study.next());
    study.complete(study.next());

    assertThat(watch(Duration.ofSeconds(5))).isEqualTo(ExitCode.DONE);
    assertThat(rests).isEmpty();
    assertThat(reload()).isZero();
  }

  @Test
  void watch_brokenRun_isLeftOutUntilItIsMended() throws IOException {
    try (FolderLock lock = study.store().lock()) {
      RunFolder run = study.next();
      Path status = run.path().resolve("status.yaml");
      String good = Files.readString(status);
      write(status, "state: what\n");
      steps.add(() -> assertThat(page()).contains("state \\\"what\\\"; expected one of waiting, "));
      steps.add(() -> write(status, good));
      steps.add(() -> study.complete(run));
      steps.add(() -> study.complete(study.next()));
      steps.add(lock::close);

      assertThat(watch(Duration.ofSeconds(5))).isEqualTo(ExitCode.DONE);
    }

    assertThat(plain(err)).contains("the sweep ended: 2 of 2 runs");
    assertThat(page()).doesNotContain("expected one of");
  }

  private int watch(Duration every) {
    ReportService reporting =
        new ReportService(study.store(), folder.resolve("report"), AnalysisOptions.none());
    return new ReportWatcher(
            study.store(), reporting, every, wakeUp, new PrintWriter(out), new PrintWriter(err))
        .watch();
  }

  /** Note each page that was there while the watch rested; a page replaced is another file. */
  private void notePage() {
    Path page = folder.resolve("report/greenscreen.html");
    try {
      if (Files.exists(page)) {
        BasicFileAttributes found = Files.readAttributes(page, BasicFileAttributes.class);
        Object key = List.of(found.fileKey(), found.lastModifiedTime());
        if (!pages.contains(key)) {
          pages.add(key);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private double reload() {
    Matcher found = RELOAD.matcher(page());
    assertThat(found.find()).isTrue();
    return Double.parseDouble(found.group(1));
  }

  private String page() {
    try {
      return Files.readString(folder.resolve("report/greenscreen.html"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String plain(StringWriter text) {
    return text.toString().replace(System.lineSeparator(), "\n").replace(folder.toString(), "@");
  }
}
