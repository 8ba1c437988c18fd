package io.github.greenscreen.power;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An NVIDIA GPU as its driver calls it.
 *
 * @param name name of the model, which may hold commas
 * @param uuid the number that no other GPU has, beginning with {@code GPU-}
 * @param driver version of the driver
 */
public record Gpu(String name, String uuid, String driver) {
  private static final Duration TIMEOUT = Duration.ofSeconds(15);
  private static final Pattern ROW = Pattern.compile("(.+), *(GPU-[^,]+), *([^,]+)");

  public Gpu {
    Objects.requireNonNull(name);
    Objects.requireNonNull(uuid);
    Objects.requireNonNull(driver);
  }

  /**
   * Return the visible GPUs by ascending number, or nothing where {@code nvidia-smi} does not tell.
   *
   * @param environment where {@code PATH} and {@code CUDA_VISIBLE_DEVICES} are taken from
   */
  public static List<Gpu> visible(Map<String, String> environment) {
    return new NvidiaSmi(environment, TIMEOUT)
        .query("name,uuid,driver_version").stream().flatMap(Gpu::parse).toList();
  }

  private static Stream<Gpu> parse(String output) {
    return output
        .lines()
        .map(line -> ROW.matcher(line.strip()))
        .filter(Matcher::matches)
        .map(row -> new Gpu(row.group(1).strip(), row.group(2).strip(), row.group(3).strip()));
  }
}
