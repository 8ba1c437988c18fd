package io.github.greenscreen.cli.support;

/** The root of the command line, from which every command obtains the shared context. */
public interface RootCommand {
  /** Return what the commands work with. */
  CliContext parts();
}
