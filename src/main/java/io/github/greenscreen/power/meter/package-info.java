/**
 * The meters that run no other program: NVML, automatic choice, combination of devices, estimates,
 * replay, and the registry {@code MeterType}, which knows every meter. Each implements {@code
 * PowerMeter} and reports what it found on this machine.
 */
package io.github.greenscreen.power.meter;
