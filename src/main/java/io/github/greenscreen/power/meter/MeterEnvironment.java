package io.github.greenscreen.power.meter;

import io.github.greenscreen.power.nvml.Nvml;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The environment in which a meter is opened.
 *
 * @param environment variables of the process
 * @param period time between readings
 * @param powercap folder of the processors' energy counters in Linux
 * @param stat file of the processors' busy times in Linux
 * @param nvml opens a session with the NVIDIA driver, or throws the reason why it cannot
 * @param patience how long to wait for the first power
 */
record MeterEnvironment(
    Map<String, String> environment,
    Duration period,
    Path powercap,
    Path stat,
    Supplier<Nvml> nvml,
    Duration patience) {}
