package io.github.greenscreen.djl.selftest;

/** Trains a few steps in isolation, so that a crash does no harm. */
@FunctionalInterface
interface Probe {

  /** Train a few steps of {@code workload} with {@code settings} and return the outcome. */
  ProbeResult run(Workload workload, EngineSettings settings);
}
