package io.github.greenscreen.run.model;

import java.util.Map;

/** A phase of a run whose wall time {@code status.yaml} records, in the order of the phases. */
public enum TimedPhase {
  /** Waiting for the first and the last reading of the power meter. */
  METER("meter"),
  /** Reading and splitting the images. */
  LOAD("load"),
  /** Loading and testing the engine, building the network, and copying images to the device. */
  PREPARE("prepare"),
  /** Training, except passes that compile. */
  TRAIN("train"),
  /** Validation, except passes that compile. */
  VALIDATE("validate"),
  /** Passes of training and validation in which the engine compiles. */
  COMPILE("compile"),
  /** Quantising the trained network. */
  QUANTIZE("quantize"),
  /** Writing checkpoints. */
  CHECKPOINT("checkpoint"),
  /** Writing the trained network, and measuring its stored size. */
  SAVE("save"),
  /** Evaluating the network on the test split. */
  TEST("test"),
  /** Training that was lost with its process and had to be repeated. */
  REPEATED("repeated");

  private final String configName;

  TimedPhase(String configName) {
    this.configName = configName;
  }

  /** Return the name in files and tables. */
  public String configName() {
    return configName;
  }

  /** Return the wall time of this phase in {@code seconds} by name; NaN if it is unknown. */
  public double of(Map<String, Double> seconds) {
    return seconds.getOrDefault(configName, Double.NaN);
  }
}
