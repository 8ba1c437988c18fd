package io.github.greenscreen.power.nvidia;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Polls {@code nvidia-smi}, at the start and then rarely, for the processes that compute on the
 * GPUs. It uses its own thread, so that no sample waits for it. If the tool does not answer,
 * nothing is recorded or logged. Polling ends when this object is closed.
 */
final class GpuProcessPoller implements AutoCloseable {
  /** Time between two calls of the tool. */
  static final Duration PERIOD = Duration.ofSeconds(60);

  /** The query of the tool. */
  static final String QUERY = "--query-compute-apps=pid,process_name,gpu_uuid,used_memory";

  private static final int CELLS = 4;

  private final NvidiaSmi tool;
  private final List<Gpu> gpus;
  private final GpuSharingDetector neighbours;
  private final Thread thread = new Thread(this::watch, "nvidia-smi compute apps");
  private final Duration period;

  private GpuProcessPoller(
      NvidiaSmi tool, List<Gpu> gpus, GpuSharingDetector neighbours, Duration period) {
    this.tool = tool;
    this.gpus = gpus;
    this.neighbours = neighbours;
    this.period = period;
  }

  /** Report the processes on {@code gpus} to {@code neighbours} every {@code period}. */
  static GpuProcessPoller watch(
      NvidiaSmi tool, List<Gpu> gpus, GpuSharingDetector neighbours, Duration period) {
    GpuProcessPoller apps = new GpuProcessPoller(tool, gpus, neighbours, period);
    apps.thread.setDaemon(true);
    apps.thread.start();
    return apps;
  }

  @Override
  public void close() {
    thread.interrupt();
  }

  /** Parse the output of the tool: processes by device. */
  static Map<String, List<GpuProcess>> parse(String output, List<Gpu> gpus) {
    Map<String, List<GpuProcess>> processes = new LinkedHashMap<>();
    for (String line : output.lines().toList()) {
      List<String> cells = Arrays.stream(line.split(",", -1)).map(String::strip).toList();
      int last = cells.size() - 1;
      if (cells.size() >= CELLS && cells.get(0).matches("[1-9]\\d{0,9}")) {
        // A name may contain commas; the other cells cannot.
        String name = String.join(",", cells.subList(1, last - 1));
        String known = name.startsWith("[") ? "" : name;
        device(cells.get(last - 1), gpus)
            .map(device -> processes.computeIfAbsent(device, d -> new ArrayList<>()))
            .ifPresent(all -> all.add(new GpuProcess(Long.parseLong(cells.get(0)), known)));
      }
    }
    return processes;
  }

  private static Optional<String> device(String uuid, List<Gpu> gpus) {
    return gpus.stream()
        .filter(gpu -> gpu.uuid().equalsIgnoreCase(uuid))
        .map(Gpu::device)
        .findFirst();
  }

  private void watch() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        parse(tool.ask(QUERY).orElse(""), gpus).forEach(neighbours::observe);
        Thread.sleep(period.toMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
