package io.github.greenscreen.djl.quantized;

import ai.djl.Device;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import io.github.greenscreen.djl.torchscript.ScriptModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A quantised network, loaded from its archive. It computes on the CPU whatever the device of the
 * images, because the engine has integer kernels for the CPU only. If it has none for this machine,
 * the same integers are computed in float64. Close it to free the weights. Not thread-safe.
 */
public final class Int8Network implements AutoCloseable {
  private final ScriptModule script;
  private final IntegerKernels kernels;
  private final long bytes;

  private Int8Network(ScriptModule script, IntegerKernels kernels, long bytes) {
    this.script = script;
    this.kernels = kernels;
    this.bytes = bytes;
  }

  /**
   * Load {@code file}, written by {@link Int8Export}.
   *
   * @throws IOException if it cannot be read
   * @throws Int8Exception if it is not the archive of an int8 network
   */
  public static Int8Network load(Path file) throws IOException {
    byte[] archive = Files.readAllBytes(file);
    try {
      return load(archive, true);
    } catch (IllegalArgumentException e) {
      throw new Int8Exception(
          "%s is not an archive of an int8 network; write it again".formatted(file), e);
    }
  }

  /**
   * Load {@code archive}.
   *
   * @param integers whether to use integer kernels if the engine has them
   */
  static Int8Network load(byte[] archive, boolean integers) {
    ScriptModule script = ScriptModule.load(Device.cpu(), archive);
    boolean packed = integers && pack(script);
    return new Int8Network(
        script, packed ? IntegerKernels.ofMachine() : IntegerKernels.SIMULATED, archive.length);
  }

  /** Pack the weights for the engine's kernels; return whether such kernels exist. */
  private static boolean pack(ScriptModule script) {
    try {
      script.run("pack");
      return true;
    } catch (EngineException e) {
      return false; // "Didn't find engine for operation quantized::conv2d_prepack"
    }
  }

  /**
   * Return the logits of {@code images}, float32 [batch, classes] on the CPU; they belong to the
   * manager of {@code images}.
   *
   * @param images [batch, 3, 32, 32], in any floating-point format that the engine's binding
   *     supports
   */
  public NDArray infer(NDArray images) {
    String method = kernels == IntegerKernels.SIMULATED ? "simulate" : "forward";
    NDArray local = images.toDevice(Device.cpu(), false);
    try {
      return script.infer(method, new NDList(local), List.of());
    } finally {
      if (local != images) {
        local.close();
      }
    }
  }

  /** Return the kernels in use. */
  public IntegerKernels kernels() {
    return kernels;
  }

  /** Return the size of the archive in bytes. */
  public long bytes() {
    return bytes;
  }

  @Override
  public void close() {
    script.close();
  }
}
