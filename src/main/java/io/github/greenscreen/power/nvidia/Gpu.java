package io.github.greenscreen.power.nvidia;

import io.github.greenscreen.power.MeterErrorLog;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An NVIDIA GPU as its driver identifies it.
 *
 * @param index its number in {@code nvidia-smi}, which counts from 0 in bus order
 * @param name model name, which may contain commas
 * @param uuid unique identifier, beginning with {@code GPU-}
 * @param driver version of the driver
 */
public record Gpu(int index, String name, String uuid, String driver) {
  /** The fields that {@link #parse} expects. */
  static final String FIELDS = "index,name,uuid,driver_version";

  private static final Pattern ROW = Pattern.compile("(\\d{1,3}), *(.+), *(GPU-[^, ]+), *([^,]+)");

  public Gpu {
    Objects.requireNonNull(name);
    Objects.requireNonNull(uuid);
    Objects.requireNonNull(driver);
  }

  /**
   * Return the GPUs that CUDA sees, in CUDA's order if that is by bus; empty if {@code nvidia-smi}
   * fails. If the tool is missing, nothing is logged.
   *
   * @param environment environment variables, with {@code PATH} and {@code CUDA_VISIBLE_DEVICES}
   */
  public static List<Gpu> visible(Map<String, String> environment) {
    NvidiaSmi tool =
        new NvidiaSmi(environment, NvidiaSmi.TIMEOUT, new MeterErrorLog(NvidiaSmi.NAME));
    return tool.devices().none() || tool.find().isEmpty()
        ? List.of()
        : tool.visible().orElse(List.of());
  }

  /** Return the device name of its samples. */
  public String device() {
    return "GPU " + index;
  }

  /** Return the devices and UUIDs of {@code gpus}, for {@code status.yaml}. */
  public static String names(List<Gpu> gpus) {
    return gpus.stream()
        .map(gpu -> gpu.device() + " " + gpu.uuid())
        .collect(Collectors.joining(", "));
  }

  /** Return what {@code evidence} says of a GPU: that the driver shows no power sensor of it. */
  public static String withoutSensor(String evidence) {
    return evidence
        + ": the driver shows no power sensor of this GPU, so its energy is N/A; --meter rapl "
        + "measures the processors";
  }

  /** Parse one line with the {@link #FIELDS}. */
  static Optional<Gpu> parse(String line) {
    Matcher row = ROW.matcher(line.strip());
    return row.matches()
        ? Optional.of(
            new Gpu(
                Integer.parseInt(row.group(1)),
                row.group(2).strip(),
                row.group(3),
                row.group(4).strip()))
        : Optional.empty();
  }
}
