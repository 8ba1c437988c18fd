package io.github.greenscreen.djl.selftest;

/** Trains a few steps where a crash hurts nobody. */
@FunctionalInterface
interface Probe {

  /** Train a few steps of {@code workload} with {@code settings} and return how they ended. */
  ProbeResult run(Workload workload, EngineSettings settings);
}
