package io.github.greenscreen.training;

import io.github.greenscreen.power.PowerMeter;
import io.github.greenscreen.power.PowerSample;
import io.github.greenscreen.power.PowerSampler;
import io.github.greenscreen.run.RunFolder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Main class of a child process in tests: samples into a run folder until it is killed. */
public final class SamplingMain {
  private SamplingMain() {}

  /** Take the run folder; print the number of every sample when it is read. */
  public static void main(String[] args) throws InterruptedException {
    RunFolder folder = new RunFolder(Path.of(args[0]));
    Duration period = Duration.ofMillis(2);
    try (PowerSampler sampler = PowerSampler.start(new Counter(), period, folder::appendPower)) {
      boolean unused = sampler.awaitFirstReading(Duration.ofHours(1));
      new CountDownLatch(1).await();
    }
  }

  private static final class Counter implements PowerMeter {
    private int number;

    @Override
    public String name() {
      return "counter";
    }

    @Override
    public List<PowerSample> read() {
      System.out.println(number);
      return List.of(new PowerSample(number++, "GPU 0", 100, 50, 10, 512));
    }
  }
}
