package io.github.greenscreen.sweep;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Forwards stop requests to all running processes: the first stops them after the current epoch,
 * the second immediately, and the third kills them. Thread-safe.
 */
final class StopController {
  private final Map<RunProcess, String> going = new LinkedHashMap<>();
  private int requests;
  private Thread resting;

  /** Something that may be cut short. */
  interface Rest<T> {
    T take() throws InterruptedException;
  }

  /** Ask all runs to end and return the names of those that have not yet. */
  synchronized List<String> request() {
    requests++;
    notifyAll();
    going.keySet().forEach(requests <= 2 ? RunProcess::stop : RunProcess::kill);
    if (resting != null) {
      resting.interrupt();
    }
    return List.copyOf(going.values());
  }

  synchronized boolean isRequested() {
    return requests > 0;
  }

  /** Wait until somebody asks, or {@code millis} are over. */
  synchronized void awaitRequest(long millis) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    long left = millis;
    while (requests == 0 && left > 0) {
      wait(left);
      left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
    }
  }

  /** Count {@code process} of the run called {@code name} among those to be asked. */
  synchronized void add(RunProcess process, String name) {
    going.put(process, name);
    for (int i = 0; i < requests; i++) {
      process.stop();
    }
  }

  synchronized void remove(RunProcess process) {
    going.remove(process);
  }

  /** Take {@code rest}, which is cut short by an exception where somebody asks for the end. */
  <T> T during(Rest<T> rest) throws InterruptedException {
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

  /** Later files must not suffer: an interrupt closes those that are being written. */
  private synchronized void leave() {
    resting = null;
    boolean unused = Thread.interrupted();
  }
}
