package io.github.greenscreen.power.nvidia;

/**
 * A process that computes on a GPU.
 *
 * @param pid process id
 * @param name name that the meter reports, empty if it reports none
 */
public record GpuProcess(long pid, String name) {}
