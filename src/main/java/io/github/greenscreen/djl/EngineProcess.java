package io.github.greenscreen.djl;

import ai.djl.engine.Engine;
import ai.djl.pytorch.jni.LibUtils;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import io.github.greenscreen.djl.selftest.OneDnn;
import io.github.greenscreen.training.UnsupportedChoiceException;
import java.nio.file.Path;

/**
 * Loads the engine into this process, once, with as much of oneDNN as settings allow. oneDNN reads
 * its limit when it first computes, and there is no way back.
 */
final class EngineProcess {
  /** {@code at::globalContext()} and {@code at::Context::setUserEnabledMkldnn(bool)}. */
  private static final String CONTEXT = "_ZN2at13globalContextEv";

  private static final String ENABLE = "_ZN2at7Context20setUserEnabledMkldnnEb";

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
   * @throws UnsupportedChoiceException if it was loaded with another limit before
   */
  static synchronized Engine load(OneDnn oneDnn) {
    if (loaded != null && loaded != oneDnn) {
      throw new UnsupportedChoiceException(
          "this process computes with oneDNN %s, and %s is needed; use a process of its own"
              .formatted(name(loaded), name(oneDnn)));
    }
    if (loaded == null && !oneDnn.isa().isEmpty()) {
      Native.load("c", LibC.class).setenv(OneDnn.VARIABLE, oneDnn.isa(), 1);
    }
    Engine engine = EngineLoader.load();
    if (loaded == null && oneDnn == OneDnn.OFF) {
      switchOff();
    }
    loaded = oneDnn;
    return engine;
  }

  /** The engine's binding has no method for it, so the C++ functions are called by their names. */
  private static void switchOff() {
    Path library = Path.of(LibUtils.getLibtorchPath()).resolve(System.mapLibraryName("torch_cpu"));
    NativeLibrary torch = NativeLibrary.getInstance(library.toString());
    Pointer context = torch.getFunction(CONTEXT).invokePointer(new Object[0]);
    torch.getFunction(ENABLE).invokeVoid(new Object[] {context, false});
  }

  private static String name(OneDnn oneDnn) {
    return oneDnn == OneDnn.UNLIMITED ? "unlimited" : oneDnn.name();
  }
}
