package io.github.greenscreen.power.nvidia;

import io.github.greenscreen.power.MeterErrorLog;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Records the processes, other than this one and its children, that have computed on the metered
 * GPUs, because their energy cannot be separated. Logs each of them once. Thread-safe.
 */
public final class GpuSharingDetector {
  private static final String UNKNOWN = "unknown process";

  /** Maximum number of recorded processes; more add no information. */
  private static final int MAX = 8;

  private final ProcessTable table;
  private final MeterErrorLog errorLog;
  private final Map<String, Set<String>> found = new LinkedHashMap<>();

  /** Find names of processes in {@code table}, and log each process to {@code errorLog}. */
  public GpuSharingDetector(ProcessTable table, MeterErrorLog errorLog) {
    this.table = table;
    this.errorLog = errorLog;
  }

  /**
   * Record the processes that compute on {@code device} now. In a container the driver may report
   * the process ids of the host, so that this process itself is among those that cannot be seen. If
   * none of the own processes is reported, one invisible process is assumed to be this one.
   */
  public synchronized void observe(String device, List<GpuProcess> processes) {
    Set<Long> own = table.own();
    boolean seen = processes.stream().anyMatch(process -> own.contains(process.pid()));
    int unknown = seen ? 0 : -1;
    for (GpuProcess process : processes) {
      Optional<String> name = own.contains(process.pid()) ? Optional.of("") : name(process);
      unknown += name.isEmpty() ? 1 : 0;
      name.filter(text -> !text.isEmpty())
          .ifPresent(text -> add(device, "%s (pid %s)".formatted(text, "" + process.pid())));
    }
    if (unknown > 0) {
      add(device, UNKNOWN);
    }
  }

  /** Return them as one line for {@code status.yaml}, empty if there are none. */
  public synchronized String fact() {
    return found.entrySet().stream()
        .map(entry -> entry.getKey() + ": " + String.join(", ", entry.getValue()))
        .collect(Collectors.joining("; "));
  }

  private Optional<String> name(GpuProcess process) {
    String given = ProcessTable.fileName(process.name());
    return table
        .name(process.pid())
        .filter(name -> !name.equals("?") || given.isEmpty())
        .or(() -> Optional.of(given).filter(name -> !name.isEmpty()));
  }

  private void add(String device, String process) {
    Set<String> known = found.computeIfAbsent(device, d -> new LinkedHashSet<>());
    if (known.size() < MAX && known.add(process)) {
      errorLog.say(
          "%s is shared: the energy of another process is included: %s".formatted(device, process));
    }
  }
}
