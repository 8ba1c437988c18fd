package io.github.greenscreen.power;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * Where a meter is opened.
 *
 * @param environment variables of the process
 * @param period how often it will be read
 * @param powercap where Linux shows the energy counters of processors
 * @param stat where Linux shows how long processors have worked
 */
record MeterPlace(Map<String, String> environment, Duration period, Path powercap, Path stat) {}
