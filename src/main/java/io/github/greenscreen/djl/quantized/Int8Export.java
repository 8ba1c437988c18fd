package io.github.greenscreen.djl.quantized;

import io.github.greenscreen.djl.network.Architecture;
import io.github.greenscreen.djl.network.ScriptedNetwork;
import io.github.greenscreen.run.io.AtomicFile;
import java.io.IOException;
import java.nio.file.Path;

/** Quantises a trained network and writes it to disk. */
public final class Int8Export {
  private Int8Export() {}

  /**
   * Write {@code network} as int8 to {@code file}, replacing the whole file, and load the result.
   * The caller closes it; {@link Int8Network#bytes} is its size on disk.
   *
   * @param architecture architecture of {@code network}
   * @param network trained in any format on any device; its ranges were determined by quantised
   *     training or {@link ScriptedNetwork#calibrate}
   * @param levels largest integer of an activation, the same as in training; normally {@link
   *     IntegerKernels#levels}
   * @throws IOException if the file cannot be written or read
   * @throws Int8Exception if a value of the network is not finite or a range was never observed
   */
  public static Int8Network write(
      Path file, Architecture architecture, ScriptedNetwork network, int levels)
      throws IOException {
    Int8Model model = Int8Converter.convert(architecture, FloatValues.of(network), levels);
    AtomicFile.replace(file, Int8Archive.of(model));
    return Int8Network.load(file);
  }
}
