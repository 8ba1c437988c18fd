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
 * A quantised network, loaded from its archive. It computes on the CPU whatever device the pictures
 * are on, for the engine's integer kernels are the CPU's; where it has none for this machine, the
 * same integers are computed in float64. Close it to free the weights. Not thread-safe.
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
   * @throws IOException where it cannot be read
   * @throws Int8Exception where it is no archive of an int8 network
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
   * @param integers whether to take integer kernels where the engine has some
   */
  static Int8Network load(byte[] archive, boolean integers) {
    ScriptModule script = ScriptModule.load(Device.cpu(), archive);
    boolean packed = integers && pack(script);
    return new Int8Network(
        script, packed ? IntegerKernels.ofMachine() : IntegerKernels.SIMULATED, archive.length);
  }

  /** Tell whether the engine has kernels that the weights could be packed for. */
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
   * @param images [batch, 3, 32, 32], of any floating-point format that the engine's binding knows
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

  /** Return what computes. */
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
