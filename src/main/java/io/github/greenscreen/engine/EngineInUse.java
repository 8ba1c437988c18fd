package io.github.greenscreen.engine;

import java.util.List;
import java.util.Optional;

/** The build that this process trains with, kept in system properties next to DJL's own. */
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

  /** Return the CUDA version of its build of PyTorch, empty for the CPU. */
  public static Optional<String> cuda() {
    return Optional.ofNullable(System.getProperty(CUDA));
  }

  /** Return why the GPU is not used, to follow "but"; empty if no such decision was made. */
  public static Optional<String> gpuUnused() {
    return Optional.ofNullable(System.getProperty(UNUSED));
  }

  /** Return whether the user requested the CPU, so that no warning is needed. */
  public static boolean cpuAsked() {
    return Boolean.getBoolean(ASKED);
  }

  /** Return whether GPUs must not multiply the float32 numbers of convolutions in TF32. */
  public static boolean ieeeConvolutions() {
    return Boolean.getBoolean(IEEE);
  }

  /** Return the JVM options that make a child process train with the same build. */
  public static List<String> options() {
    return NAMES.stream().map(name -> "-D" + name + "=" + System.getProperty(name, "")).toList();
  }

  /** Clear the properties to which {@link #options} gave no value. */
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
