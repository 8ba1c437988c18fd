package io.github.greenscreen.djl.export;

import io.github.greenscreen.djl.network.layer.ParameterSpec;
import io.github.greenscreen.run.network.ArraySpec;
import io.github.greenscreen.run.network.NetworkFile;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the arrays of a network in float32, a state dict of PyTorch. */
public final class SafetensorsExport {
  private SafetensorsExport() {}

  /** Write {@code network}. */
  public static void write(OutputStream out, SavedNetwork network, Map<String, String> metadata)
      throws IOException {
    List<ArraySpec> arrays =
        network.architecture().arrays().stream().map(SafetensorsExport::spec).toList();
    // Libraries of Hugging Face refuse files that do not name the framework of the arrays.
    Map<String, String> all = new LinkedHashMap<>(Map.of("format", "pt"));
    all.putAll(metadata);
    NetworkFile.write(out, all, arrays, array -> network.floats(array.name()));
  }

  private static ArraySpec spec(ParameterSpec spec) {
    return new ArraySpec(spec.name(), ArraySpec.Type.F32, SavedNetwork.shape(spec));
  }
}
