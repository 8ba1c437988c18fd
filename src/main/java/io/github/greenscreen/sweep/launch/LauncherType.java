package io.github.greenscreen.sweep.launch;

import com.google.errorprone.annotations.Immutable;
import java.util.List;

/** The registry of launchers: a new launcher is one class and one constant. */
public enum LauncherType {
  /** Processes on this machine, whose output goes to the folder of their run. */
  LOCAL(LocalLauncher::new),
  /** Processes on this machine that show progress and errors in this process's terminal. */
  WATCHED(LocalLauncher::watching);

  private final Factory factory;

  LauncherType(Factory factory) {
    this.factory = factory;
  }

  /**
   * Create the launcher.
   *
   * @param mainClass main class of a run's process, which accepts {@code train FOLDER}
   * @param options further words of that command line
   */
  public Launcher create(String mainClass, List<String> options) {
    return factory.create(mainClass, options);
  }

  /** Creates a launcher. */
  @Immutable
  @FunctionalInterface
  private interface Factory {
    Launcher create(String mainClass, List<String> options);
  }
}
