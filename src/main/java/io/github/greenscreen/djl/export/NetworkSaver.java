package io.github.greenscreen.djl.export;

import ai.djl.nn.Parameter;
import io.github.greenscreen.djl.network.ScriptedNetwork;
import io.github.greenscreen.run.io.AtomicFile;
import io.github.greenscreen.run.network.ArraySpec;
import io.github.greenscreen.run.network.NetworkDescription;
import io.github.greenscreen.run.network.NetworkFile;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Saves a trained network: parameters and running statistics, 16-bit ones as float32, which
 * represents them exactly. Ranges of activations are part of the quantised network only.
 */
public final class NetworkSaver {
  private static final int BUFFER = 1 << 18;

  private NetworkSaver() {}

  /** Write {@code network} to {@code file}, replacing the whole file. */
  public static void save(Path file, ScriptedNetwork network, NetworkDescription description)
      throws IOException {
    Map<String, Parameter> parameters = new LinkedHashMap<>();
    saved(network).forEach(parameter -> parameters.put(parameter.getName(), parameter));
    AtomicFile.replace(
        file,
        to -> {
          BufferedOutputStream out = new BufferedOutputStream(to, BUFFER);
          NetworkFile.write(
              out,
              description.metadata(),
              specs(network),
              array -> ByteBuffer.wrap(network.wideBytes(parameters.get(array.name()))));
          out.flush();
        });
  }

  /** Return the size of the file of {@code network} in bytes, without its metadata. */
  public static long size(ScriptedNetwork network) {
    return NetworkFile.size(specs(network));
  }

  private static List<ArraySpec> specs(ScriptedNetwork network) {
    ArraySpec.Type type = network.isDouble() ? ArraySpec.Type.F64 : ArraySpec.Type.F32;
    List<ArraySpec> specs = new ArrayList<>();
    for (Parameter parameter : saved(network)) {
      List<Long> shape = Arrays.stream(parameter.getArray().getShape().getShape()).boxed().toList();
      specs.add(new ArraySpec(parameter.getName(), type, shape));
    }
    return specs;
  }

  private static List<Parameter> saved(ScriptedNetwork network) {
    return network.all().stream()
        .filter(parameter -> parameter.getType() != Parameter.Type.OTHER)
        .toList();
  }
}
