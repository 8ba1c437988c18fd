package io.github.greenscreen.run.evaluation;

/** A split on which the delivered network of a run is evaluated. */
public enum EvaluatedSplit {
  VALIDATION("validation", "val"),
  TEST("test", "test");

  private final String configName;
  private final String shortName;

  EvaluatedSplit(String configName, String shortName) {
    this.configName = configName;
    this.shortName = shortName;
  }

  /** Return the name in files and tables. */
  public String configName() {
    return configName;
  }

  /** Return the short name in headings and keys. */
  public String shortName() {
    return shortName;
  }

  /** Return the key of {@code score} in {@code status.yaml}, such as {@code val_f1}. */
  String key(String score) {
    return shortName + "_" + score;
  }
}
