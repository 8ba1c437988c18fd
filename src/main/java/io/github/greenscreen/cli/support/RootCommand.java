package io.github.greenscreen.cli.support;

import java.util.List;

/** The root of the command line, from which every command obtains the shared context. */
public interface RootCommand {
  /** Return what the commands work with. */
  CliContext context();

  /**
   * Execute another command of this program in this process, with the streams of this one.
   *
   * @param words name and options of the command
   * @return its exit code
   */
  int execute(List<String> words);
}
