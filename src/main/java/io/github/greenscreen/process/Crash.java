package io.github.greenscreen.process;

import java.util.Objects;

/**
 * Where and by which signal native code ended a JVM.
 *
 * @param signal its name, for instance SIGFPE
 * @param library the file name of the shared library, {@code Java} for code that HotSpot compiled
 *     or interpreted, empty if the address is in none
 * @param function the qualified name, without parameters; empty if unknown
 * @param sent whether another process sent the signal
 * @param file the name of the crash file, empty if there is none
 */
public record Crash(String signal, String library, String function, boolean sent, String file) {
  public Crash {
    Objects.requireNonNull(signal);
    Objects.requireNonNull(library);
    Objects.requireNonNull(function);
    Objects.requireNonNull(file);
  }

  /** Return a crash of which only the {@code signal} is known, since there is no crash file. */
  public static Crash by(String signal) {
    return new Crash(signal, "", "", false, "");
  }

  /** Tell whether a crash file says more than the signal. */
  public boolean isExplained() {
    return !file.isEmpty();
  }

  /** Tell whether {@code other} has the same signal, library and function. */
  public boolean isLike(Crash other) {
    return signal.equals(other.signal)
        && library.equals(other.library)
        && function.equals(other.function);
  }

  /** Say where it crashed: {@code libtorch_cpu.so, at::native::foo (SIGFPE)}, for instance. */
  public String place() {
    String where = library.isEmpty() ? "unknown code" : library;
    String what = function.isEmpty() ? "" : ", " + function;
    return where + what + " (" + signal + (sent ? ", sent by another process" : "") + ")";
  }

  /** Say in one sentence what happened and what to do about it. */
  public String sentence() {
    return "crashed in "
        + place()
        + "; see "
        + file
        + ", and run 'greenscreen doctor', which tests the training and finds safer settings";
  }
}
