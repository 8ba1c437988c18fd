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
        "What a run does if the sweep that started it is gone, for example",
        "killed: finish, or stop after its current epoch (default: finish)."
      })
  private String orphan;

  /** Return whether a run stops after its epoch if its sweep is gone. */
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
