package io.github.greenscreen.sweep.attempt;

import io.github.greenscreen.sweep.launch.Slot;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A fixed pool of workers, one per slot. Confined to one thread. */
public final class SlotPool<T> implements AutoCloseable {
  private final Deque<Slot> free;
  private final ExecutorService executor;
  private final ExecutorCompletionService<SlotResult<T>> done;
  private int busy;

  /** Create a pool with a worker for each of {@code slots}, at least one. */
  public SlotPool(List<Slot> slots) {
    free = new ArrayDeque<>(slots);
    executor =
        Executors.newFixedThreadPool(
            slots.size(),
            task -> {
              Thread thread = new Thread(task, "run of a sweep");
              thread.setDaemon(true);
              return thread;
            });
    done = new ExecutorCompletionService<>(executor);
  }

  /** Return the slot of the next task, if one is free. */
  public Optional<Slot> free() {
    return Optional.ofNullable(free.peekFirst());
  }

  /** Return whether no task is running. */
  public boolean isIdle() {
    return busy == 0;
  }

  /** Start {@code work} on the free slot. */
  public void start(Callable<T> work) {
    Slot slot = free.removeFirst();
    busy++;
    var unused = done.submit(() -> new SlotResult<>(slot, work.call()));
  }

  /** Wait until a task is done, ignoring interrupts, and return its result. */
  public T await() {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          SlotResult<T> shift = done.take().get();
          busy--;
          free.addFirst(shift.slot());
          return shift.result();
        } catch (InterruptedException e) {
          interrupted = true;
        } catch (ExecutionException e) {
          throw new IllegalStateException(e.getCause());
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Wait until no task is running. */
  @Override
  public void close() {
    executor.shutdown();
    try {
      while (!executor.awaitTermination(1, TimeUnit.MINUTES)) {
        // A stop was requested, or the runs are about to end.
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * A finished task.
   *
   * @param slot its slot
   * @param result its result
   */
  private record SlotResult<T>(Slot slot, T result) {}
}
