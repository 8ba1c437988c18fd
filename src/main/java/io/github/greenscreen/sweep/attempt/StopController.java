package io.github.greenscreen.sweep.attempt;

import io.github.greenscreen.sweep.launch.RunProcess;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Forwards stop requests to all running processes: the first stops them after the current epoch,
 * the second immediately, and the third kills them. Thread-safe.
 */
public final class StopController {
  private final Map<RunProcess, String> going = new LinkedHashMap<>();
  private int requests;
  private Thread resting;

  /** An action that a stop request interrupts. */
  public interface Rest<T> {
    T take() throws InterruptedException;
  }

  /** Request the end of all runs and return the names of those still running. */
  public synchronized List<String> request() {
    requests++;
    notifyAll();
    going.keySet().forEach(requests <= 2 ? RunProcess::stop : RunProcess::kill);
    if (resting != null) {
      resting.interrupt();
    }
    return List.copyOf(going.values());
  }

  /** Return whether a stop was requested. */
  public synchronized boolean isRequested() {
    return requests > 0;
  }

  /** Wait for a stop request, at most {@code millis}. */
  synchronized void awaitRequest(long millis) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    long left = millis;
    while (requests == 0 && left > 0) {
      wait(left);
      left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
    }
  }

  /** Add {@code process} of the run called {@code name} to those that receive stop requests. */
  synchronized void add(RunProcess process, String name) {
    going.put(process, name);
    for (int i = 0; i < requests; i++) {
      process.stop();
    }
  }

  synchronized void remove(RunProcess process) {
    going.remove(process);
  }

  /** Perform {@code rest}, which a stop request interrupts with an exception. */
  public <T> T during(Rest<T> rest) throws InterruptedException {
    enter();
    try {
      return rest.take();
    } finally {
      leave();
    }
  }

  private synchronized void enter() throws InterruptedException {
    if (requests > 0) {
      throw new InterruptedException("the sweep was asked to stop");
    }
    resting = Thread.currentThread();
  }

  /** Clear the interrupt: it would close files that are written later. */
  private synchronized void leave() {
    resting = null;
    boolean unused = Thread.interrupted();
  }
}
