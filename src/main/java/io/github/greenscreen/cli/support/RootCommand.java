package io.github.greenscreen.cli.support;

import java.util.List;
import java.util.Optional;

/** The root of the command line, from which every command obtains the shared context. */
public interface RootCommand {
  /** Return what the commands work with. */
  CliContext context();

  /** Return the name of the command of which this one is a step; it resumes all of its steps. */
  Optional<String> caller();

  /**
   * Execute another command of this program in this process, with the streams of this one.
   *
   * @param caller name of the command of which the other one is a step
   * @param words name and options of the command
   * @return its exit code
   */
  int execute(String caller, List<String> words);
}
