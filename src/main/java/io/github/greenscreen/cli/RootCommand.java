package io.github.greenscreen.cli;

/** The root of the command line, from which every command obtains the shared context. */
interface RootCommand {
  /** Return what the commands work with. */
  CliContext parts();
}
