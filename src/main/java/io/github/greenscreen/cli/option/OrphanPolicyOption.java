package io.github.greenscreen.cli.option;

import io.github.greenscreen.cli.converter.ChoiceConverter;
import java.util.List;
import picocli.CommandLine.Option;

/** The option for what a run does if its sweep has exited. */
public final class OrphanPolicyOption {
  private static final String STOP = "stop";
  private static final String NAME = "--orphan";

  @Option(
      names = NAME,
      paramLabel = "WHAT",
      order = 38,
      converter = Orphan.class,
      description = {
        "If the sweep that started a run is gone (killed, for example): finish",
        "the run, or stop it after its current epoch (default: finish)."
      })
  private String orphan;

  public boolean stops() {
    return STOP.equals(orphan);
  }

  /** Return the command-line arguments that pass this choice on. */
  public List<String> words() {
    return stops() ? List.of(NAME, STOP) : List.of();
  }

  /** Converts the policy. */
  static final class Orphan extends ChoiceConverter {
    Orphan() {
      super("finish", STOP);
    }
  }
}
