package io.github.greenscreen.power;

/**
 * A process that computes on a GPU.
 *
 * @param pid its number
 * @param name what the meter calls it, empty where it does not say
 */
record GpuProcess(long pid, String name) {}
