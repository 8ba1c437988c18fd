package io.github.greenscreen.power.nvml;

import com.sun.jna.Function;
import com.sun.jna.Memory;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import io.github.greenscreen.failure.FailureReason;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * Binds NVML by its shared library, which comes with the NVIDIA driver. Functions are looked up by
 * name when they are called, so that an old library lacks only single values. Signatures are those
 * of {@code nvml.h}. Thread-safe, as NVML is.
 */
public final class NativeNvml implements Nvml {
  /** The environment variable that names another library; an empty value disables NVML. */
  public static final String VARIABLE = "GREENSCREEN_NVML";

  private static final int TEXT_BYTES = 96;

  private final NativeLibrary library;

  private NativeNvml(NativeLibrary library) {
    this.library = library;
  }

  /**
   * Load the library and open a session.
   *
   * @param environment environment variables, with {@link #VARIABLE} if set
   * @throws NvmlException if the library is missing or its driver does not answer
   */
  public static Nvml open(Map<String, String> environment) {
    String usual = Platform.isWindows() ? "nvml" : "libnvidia-ml.so.1";
    String name = environment.getOrDefault(VARIABLE, usual);
    if (name.isBlank()) {
      throw new NvmlException(VARIABLE + " is empty, so NVML is not used", null);
    }
    NativeNvml nvml = new NativeNvml(load(name));
    nvml.call("nvmlInit_v2");
    return nvml;
  }

  @Override
  public String driverVersion() {
    Memory text = new Memory(TEXT_BYTES);
    text.clear();
    call("nvmlSystemGetDriverVersion", text, TEXT_BYTES);
    return text(text);
  }

  @Override
  public int deviceCount() {
    IntByReference count = new IntByReference();
    call("nvmlDeviceGetCount_v2", count);
    return count.getValue();
  }

  @Override
  public NvmlDevice device(int index) {
    PointerByReference handle = new PointerByReference();
    call("nvmlDeviceGetHandleByIndex_v2", index, handle);
    return new NativeDevice(this, handle.getValue());
  }

  @Override
  public NvmlDevice boardOf(String migUuid) {
    PointerByReference mig = new PointerByReference();
    call("nvmlDeviceGetHandleByUUID", migUuid, mig);
    PointerByReference board = new PointerByReference();
    call("nvmlDeviceGetDeviceHandleFromMigDeviceHandle", mig.getValue(), board);
    return new NativeDevice(this, board.getValue());
  }

  @Override
  public void close() {
    // A failure needs no action, and the library stays loaded.
    int unused = invoke("nvmlShutdown");
  }

  /** Call {@code function} and throw if it fails. */
  void call(String function, Object... arguments) {
    check(function, invoke(function, arguments));
  }

  /** Throw if {@code code}, which {@code function} returned, is a failure. */
  void check(String function, int code) {
    if (code != 0) {
      throw new NvmlException(function, code, description(code));
    }
  }

  /** Call {@code function} and return its code. */
  int invoke(String function, Object... arguments) {
    Function found;
    try {
      found = library.getFunction(function);
    } catch (UnsatisfiedLinkError e) {
      return NvmlCode.FUNCTION_NOT_FOUND.number();
    }
    return found.invokeInt(arguments);
  }

  /** Return the zero-terminated string in {@code memory}. */
  static String text(Pointer memory) {
    return memory.getString(0, StandardCharsets.UTF_8.name());
  }

  private String description(int code) {
    try {
      Pointer text = library.getFunction("nvmlErrorString").invokePointer(new Object[] {code});
      return text == null ? "" : text(text);
    } catch (UnsatisfiedLinkError e) {
      return "";
    }
  }

  private static NativeLibrary load(String name) {
    try {
      return NativeLibrary.getInstance(name);
    } catch (VirtualMachineError e) {
      throw e;
    } catch (Error e) {
      // JNA throws plain errors for its own faults.
      throw new NvmlException(
          ("%s cannot be loaded (%s); install the NVIDIA driver, which includes it, start "
                      + "the container with")
                  .formatted(name, reason(e))
              + " --gpus all, or set the library with "
              + VARIABLE,
          e);
    }
  }

  /** If the message has several lines, the first one repeats the library name. */
  private static String reason(Throwable problem) {
    List<String> lines =
        problem instanceof UnsatisfiedLinkError && problem.getMessage() != null
            ? problem.getMessage().lines().filter(line -> !line.isBlank()).toList()
            : List.of();
    return lines.size() > 1 ? lines.get(1).strip() : FailureReason.of(problem);
  }
}
