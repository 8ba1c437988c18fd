package io.github.greenscreen.power.meter;

import io.github.greenscreen.power.PowerMeter;
import io.github.greenscreen.power.PowerSample;
import io.github.greenscreen.power.nvidia.NvidiaSmi;
import io.github.greenscreen.power.nvidia.NvidiaSmiMeter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Asks the meters of the GPUs in the background until one answers or it is certain that none will:
 * NVML first, then {@code nvidia-smi}, then both again with growing pauses, because a driver may be
 * loaded later. {@code nvidia-smi} answers even if it shows no power, because it shows other
 * quantities. Thread-safe.
 */
final class GpuSearch implements AutoCloseable {
  /** How long {@code nvidia-smi} is left alone for NVML, which answers sooner if it works. */
  private static final Duration HEAD_START = Duration.ofSeconds(5);

  private static final long LONGEST_PAUSE_MILLIS = 30_000;
  private static final long CLOSING_MILLIS = 2000;

  private final NvmlMeter library;
  private final NvidiaSmiMeter tool;
  private final Duration period;
  private final Duration patience;
  private final CountDownLatch firstRound = new CountDownLatch(1);
  private final Thread thread = new Thread(this::search, "GPU meter search");
  private Thread libraryAsker;
  private volatile boolean libraryAnswers;
  private PowerMeter found;
  private boolean hasPower;
  private boolean handedOver;
  private volatile boolean hopeless;
  private volatile boolean closed;

  private GpuSearch(MeterEnvironment place) {
    this.library = new NvmlMeter(place);
    this.tool = MeterType.nvidiaSmi(place);
    this.period = place.period();
    this.patience = place.patience();
    thread.setDaemon(true);
  }

  /** Start to search in {@code place}. */
  static GpuSearch start(MeterEnvironment place) {
    GpuSearch search = new GpuSearch(place);
    search.thread.start();
    return search;
  }

  /** Wait until every meter has been asked once, for at most the patience of the place. */
  void awaitFirstRound() {
    try {
      boolean unused = firstRound.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Return the meter that answers, if there is one; the caller closes it from now on. */
  synchronized Optional<PowerMeter> found() {
    handedOver |= found != null;
    return Optional.ofNullable(found);
  }

  /** Return whether the meter that answers reports a power. */
  synchronized boolean findsPower() {
    return hasPower;
  }

  /** Return whether no meter of GPUs will answer on this machine. */
  boolean isHopeless() {
    return hopeless;
  }

  /** Return the name of the meter that answers or, before one does, should. */
  synchronized String name() {
    if (found != null) {
      return found.name();
    }
    return tool.isInstalled() ? NvidiaSmi.NAME : NvmlMeter.NAME;
  }

  /** Return why no meter has answered so far. */
  List<String> errorLog() {
    return tool.isInstalled() ? tool.errorLog() : library.failure().stream().toList();
  }

  /** End the search, and close what has not been handed over. */
  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    try {
      thread.join(CLOSING_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    synchronized (this) {
      if (found != null && !handedOver) {
        found.close();
      }
    }
  }

  private void search() {
    try {
      long pause = period.toMillis();
      while (!closed && !isSettled()) {
        if (firstRound.getCount() == 0) {
          Thread.sleep(pause);
          pause = Math.min(pause + period.toMillis(), LONGEST_PAUSE_MILLIS);
        }
        look();
        if (!Thread.currentThread().isInterrupted()) {
          firstRound.countDown();
        }
      }
    } catch (InterruptedException e) {
      // The search is over.
    } finally {
      firstRound.countDown();
      closeOthers();
    }
  }

  private boolean isSettled() {
    return hopeless || isFound();
  }

  private synchronized boolean isFound() {
    return found != null;
  }

  private void look() throws InterruptedException {
    if (tool.findsNoGpu()) {
      hopeless = true;
      return;
    }
    long end = System.nanoTime() + patience.toNanos();
    askLibrary();
    libraryAsker.join(Math.min(HEAD_START.toMillis(), patience.toMillis()));
    if (!libraryAnswers && tool.isInstalled()) {
      askTool();
    } else {
      libraryAsker.join(Math.max(1, (end - System.nanoTime()) / 1_000_000));
    }
    if (libraryAnswers && !isFound()) {
      take(library, true);
    }
    hopeless = tool.isInstalled() ? tool.findsNoGpu() : library.findsNoGpu();
  }

  private void askTool() {
    List<PowerSample> samples = tool.read();
    if (!samples.isEmpty()) {
      take(tool, samples.stream().anyMatch(sample -> Double.isFinite(sample.powerW())));
    }
  }

  /** Ask on another thread, because a failing driver may never answer. */
  private void askLibrary() {
    if (libraryAsker == null || !libraryAsker.isAlive()) {
      libraryAsker = new Thread(() -> libraryAnswers = answers(library), "nvml probe");
      libraryAsker.setDaemon(true);
      libraryAsker.start();
    }
  }

  private static boolean answers(NvmlMeter meter) {
    try {
      return meter.answers();
    } catch (RuntimeException | LinkageError e) {
      return false;
    }
  }

  private synchronized void take(PowerMeter meter, boolean power) {
    found = meter;
    hasPower = power;
  }

  private void closeOthers() {
    boolean isLibrary;
    boolean isTool;
    synchronized (this) {
      isLibrary = found == library;
      isTool = found == tool;
    }
    if (!isLibrary) {
      library.close();
    }
    if (!isTool) {
      tool.close();
    }
  }
}
