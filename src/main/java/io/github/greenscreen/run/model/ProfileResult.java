package io.github.greenscreen.run.model;

/**
 * Power and memory in the first seconds of a training.
 *
 * @param powerW mean power in watts, NaN if no meter answered
 * @param gpuMemoryMiB highest memory in use on any GPU in MiB, NaN if no meter reported it
 */
public record ProfileResult(double powerW, double gpuMemoryMiB) {}
