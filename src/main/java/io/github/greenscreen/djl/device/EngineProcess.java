package io.github.greenscreen.djl.device;

import ai.djl.engine.Engine;
import ai.djl.pytorch.jni.LibUtils;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import io.github.greenscreen.djl.selftest.OneDnn;
import io.github.greenscreen.engine.EngineInUse;
import io.github.greenscreen.training.engine.UnsupportedChoiceException;
import java.nio.file.Path;

/**
 * Loads the engine into this process, once, with the part of oneDNN that settings allow. oneDNN
 * reads its limit on its first computation, so the limit cannot be changed afterwards.
 */
public final class EngineProcess {
  /** {@code at::globalContext()}. */
  private static final String CONTEXT = "_ZN2at13globalContextEv";

  /** {@code at::Context::setUserEnabledMkldnn(bool)}. */
  private static final String ONEDNN = "_ZN2at7Context20setUserEnabledMkldnnEb";

  /** {@code at::Context::setAllowTF32CuDNN(bool)}. */
  private static final String TF32 = "_ZN2at7Context17setAllowTF32CuDNNEb";

  private static OneDnn loaded;

  private EngineProcess() {}

  /** Functions of the C library. */
  private interface LibC extends Library {
    int setenv(String name, String value, int overwrite);
  }

  /**
   * Return the engine, limited to {@code oneDnn}.
   *
   * @throws io.github.greenscreen.engine.EngineException if the system refuses a library
   * @throws UnsupportedChoiceException if the engine was loaded with another limit before
   */
  public static synchronized Engine load(OneDnn oneDnn) {
    if (loaded != null && loaded != oneDnn) {
      throw new UnsupportedChoiceException(
          "this process uses oneDNN %s, but %s is needed; use a separate process"
              .formatted(name(loaded), name(oneDnn)));
    }
    if (loaded == null && !oneDnn.isa().isEmpty()) {
      Native.load("c", LibC.class).setenv(OneDnn.VARIABLE, oneDnn.isa(), 1);
    }
    Engine engine = EngineLoader.load();
    if (loaded == null && oneDnn == OneDnn.OFF) {
      switchOff(ONEDNN);
    }
    if (EngineInUse.ieeeConvolutions()) {
      switchOff(TF32);
    }
    loaded = oneDnn;
    return engine;
  }

  /** The engine's binding has no method for this, so the C++ functions are called by name. */
  private static void switchOff(String function) {
    NativeLibrary torch = torch();
    torch.getFunction(function).invokeVoid(new Object[] {context(torch), false});
  }

  private static NativeLibrary torch() {
    Path library = Path.of(LibUtils.getLibtorchPath()).resolve(System.mapLibraryName("torch_cpu"));
    return NativeLibrary.getInstance(library.toString());
  }

  private static Pointer context(NativeLibrary torch) {
    return torch.getFunction(CONTEXT).invokePointer(new Object[0]);
  }

  /**
   * Return the value of a global switch of the engine.
   *
   * @param function mangled name of a C++ function of {@code at::Context} without arguments that
   *     returns a {@code bool}
   */
  static boolean isOn(String function) {
    NativeLibrary torch = torch();
    return (torch.getFunction(function).invokeInt(new Object[] {context(torch)}) & 1) == 1;
  }

  private static String name(OneDnn oneDnn) {
    return oneDnn == OneDnn.UNLIMITED ? "unlimited" : oneDnn.name();
  }
}
