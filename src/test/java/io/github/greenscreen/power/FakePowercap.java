package io.github.greenscreen.power;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;

/** A powercap tree as Linux shows it, in a folder of the test. */
public final class FakePowercap {
  private final Path root;

  public FakePowercap(Path root) {
    this.root = root;
  }

  /** Make a counter that wraps at {@code range} microjoules. */
  public FakePowercap zone(String folder, String name, long range) throws IOException {
    Path zone = Files.createDirectories(root.resolve(folder));
    Files.writeString(zone.resolve("name"), name + "\n");
    Files.writeString(zone.resolve("max_energy_range_uj"), range + "\n");
    return set(folder, 0);
  }

  /** Set a counter, in microjoules. */
  public FakePowercap set(String folder, long microjoules) throws IOException {
    Files.writeString(counter(folder), microjoules + "\n");
    return this;
  }

  /** Let a counter advance by {@code watts} in the background until the result is closed. */
  public Running run(String folder, double watts) throws IOException {
    set(folder, 1);
    long begin = System.nanoTime();
    ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    ScheduledFuture<?> unused =
        timer.scheduleAtFixedRate(
            () -> replace(folder, 1 + (long) (watts * (System.nanoTime() - begin) / 1000)),
            5,
            5,
            MILLISECONDS);
    return () -> {
      timer.shutdownNow();
      try {
        assertThat(timer.awaitTermination(10, SECONDS)).isTrue();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    };
  }

  /** A counter that advances. */
  @FunctionalInterface
  public interface Running extends AutoCloseable {
    @Override
    void close();
  }

  private void replace(String folder, long microjoules) {
    try {
      Path next = Files.writeString(root.resolve(folder).resolve("next"), microjoules + "\n");
      Files.move(next, counter(folder), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Return the file of a counter. */
  public Path counter(String folder) {
    return root.resolve(folder).resolve("energy_uj");
  }
}
