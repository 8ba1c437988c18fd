package io.github.greenscreen.power.nvidia;

import io.github.greenscreen.power.MeterErrorLog;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads the compute capability of GPUs from {@code nvidia-smi}, which drivers from 510 on report.
 */
public final class ComputeCapability {
  private static final Duration TIMEOUT = Duration.ofSeconds(15);
  private static final String QUERY = "--query-gpu=uuid,compute_cap";

  private ComputeCapability() {}

  /**
   * Return the compute capability of each GPU by UUID, such as {@code 8.0}; empty if the driver
   * does not report it.
   *
   * @param environment environment variables, with {@code PATH}
   */
  public static Map<String, String> byUuid(Map<String, String> environment) {
    NvidiaSmi tool = new NvidiaSmi(environment, TIMEOUT, new MeterErrorLog(NvidiaSmi.NAME));
    Map<String, String> capabilities = new HashMap<>();
    for (String line : tool.ask(QUERY).orElse("").lines().toList()) {
      String[] cells = line.split(",", -1);
      if (cells.length == 2) {
        capabilities.put(cells[0].strip(), cells[1].strip());
      }
    }
    return capabilities;
  }
}
