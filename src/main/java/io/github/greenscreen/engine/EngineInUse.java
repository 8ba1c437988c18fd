package io.github.greenscreen.engine;

import java.util.List;
import java.util.Optional;

/** The build that this process trains with, kept in system properties beside DJL's own. */
public final class EngineInUse {
  static final String CUDA = "greenscreen.engine.cuda";
  static final String UNUSED = "greenscreen.engine.unused";
  static final String ASKED = "greenscreen.engine.asked";
  static final String IEEE = "greenscreen.engine.ieee";

  private static final List<String> NAMES =
      List.of(
          EngineVariables.LIBRARY_PATH,
          EngineVariables.VERSION,
          EngineVariables.FLAVOR,
          EngineVariables.EXCLUSION,
          CUDA,
          UNUSED,
          ASKED,
          IEEE);

  private EngineInUse() {}

  /** Return the version of CUDA that its build of PyTorch brings, empty for the CPU. */
  public static Optional<String> cuda() {
    return Optional.ofNullable(System.getProperty(CUDA));
  }

  /** Return why the GPU is left alone, to follow "but"; empty if nobody decided so. */
  public static Optional<String> gpuUnused() {
    return Optional.ofNullable(System.getProperty(UNUSED));
  }

  /** Return whether the user asked for the CPU, so that there is nothing to warn of. */
  public static boolean cpuAsked() {
    return Boolean.getBoolean(ASKED);
  }

  /** Return whether no GPU may multiply the float32 numbers of convolutions in TF32. */
  public static boolean ieeeConvolutions() {
    return Boolean.getBoolean(IEEE);
  }

  /** Return the options of Java that make a child process train with the same build. */
  public static List<String> options() {
    return NAMES.stream().map(name -> "-D" + name + "=" + System.getProperty(name, "")).toList();
  }

  /** Forget what {@link #options} gave no value. */
  public static void takeOptions() {
    NAMES.stream()
        .filter(name -> System.getProperty(name, "").isEmpty())
        .forEach(System::clearProperty);
  }

  /** Return the folder of the libraries, empty for those on the class path. */
  public static Optional<String> folder() {
    return Optional.ofNullable(System.getProperty(EngineVariables.LIBRARY_PATH));
  }
}
