package io.github.greenscreen.process;

import java.util.Objects;

/**
 * The crash of a JVM in native code: signal, library, and function.
 *
 * @param signal name of the signal, for instance SIGFPE
 * @param library file name of the shared library; {@code Java} for code that HotSpot compiled or
 *     interpreted; empty if the address is in none
 * @param function qualified name, without parameters; empty if unknown
 * @param sent whether another process sent the signal
 * @param file name of the crash file, empty if there is none
 */
public record Crash(String signal, String library, String function, boolean sent, String file) {
  public Crash {
    Objects.requireNonNull(signal);
    Objects.requireNonNull(library);
    Objects.requireNonNull(function);
    Objects.requireNonNull(file);
  }

  /** Return a crash of which only the {@code signal} is known, since no crash file exists. */
  public static Crash by(String signal) {
    return new Crash(signal, "", "", false, "");
  }

  /** Return whether a crash file gives more details than the signal. */
  public boolean isExplained() {
    return !file.isEmpty();
  }

  /** Return whether {@code other} has the same signal, library, and function. */
  public boolean isLike(Crash other) {
    return signal.equals(other.signal)
        && library.equals(other.library)
        && function.equals(other.function);
  }

  /** Describe the location, for instance {@code libtorch_cpu.so, at::native::foo (SIGFPE)}. */
  public String place() {
    String location = library.isEmpty() ? "unknown code" : library;
    String what = function.isEmpty() ? "" : ", " + function;
    return location + what + " (" + signal + (sent ? ", sent by another process" : "") + ")";
  }

  /** Describe the crash and the remedy in one sentence. */
  public String sentence() {
    return "crashed in "
        + place()
        + "; see "
        + file
        + ", and run 'greenscreen doctor', which tests the training and finds safer settings";
  }
}
