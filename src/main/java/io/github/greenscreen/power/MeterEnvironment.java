package io.github.greenscreen.power;

import io.github.greenscreen.power.nvml.Nvml;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Where a meter is opened.
 *
 * @param environment variables of the process
 * @param period how often it will be read
 * @param powercap where Linux shows the energy counters of processors
 * @param stat where Linux shows how long processors have worked
 * @param nvml begins a session with the NVIDIA driver, or throws what keeps it from that
 */
record MeterEnvironment(
    Map<String, String> environment,
    Duration period,
    Path powercap,
    Path stat,
    Supplier<Nvml> nvml) {}
