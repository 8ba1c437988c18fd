package io.github.greenscreen.djl.export;

import io.github.greenscreen.djl.network.NetworkSource;
import io.github.greenscreen.djl.network.layer.Expressions;
import io.github.greenscreen.djl.network.layer.ParameterSpec;
import io.github.greenscreen.djl.network.layer.PointwiseFormulation;
import io.github.greenscreen.djl.torchscript.ScriptArchive;
import io.github.greenscreen.djl.torchscript.StoredTensor;
import io.github.greenscreen.run.network.NetworkDescription;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes a network as a TorchScript archive whose method {@code forward} normalises images between
 * 0 and 1 and returns logits, averaged with those of mirror images if the network was tested so.
 */
public final class TorchScriptExport {
  /** Name of the extra file with the metadata. */
  private static final String METADATA = "metadata.json";

  private static final String LOGITS = "logits";
  private static final String FORWARD =
      "  def forward(self: __torch__.Ops, x: Tensor) -> Tensor:\n";

  private TorchScriptExport() {}

  /** Write {@code network} in float32, with 1×1 convolutions in the form {@code pointwise}. */
  public static void write(
      OutputStream out,
      SavedNetwork network,
      PointwiseFormulation pointwise,
      Map<String, String> metadata)
      throws IOException {
    List<StoredTensor> tensors = new ArrayList<>();
    for (ParameterSpec spec : network.architecture().arrays()) {
      int[] shape = Arrays.stream(spec.shape().getShape()).mapToInt(Math::toIntExact).toArray();
      String name = Expressions.variable(spec.name());
      tensors.add(StoredTensor.float32(name, network.floats(spec.name()), shape));
    }
    String methods =
        NetworkSource.portable(LOGITS, network.architecture(), pointwise)
            + FORWARD
            + body(network.description(), LOGITS);
    ScriptArchive.write(
        out, methods, tensors, Map.of(), Map.of(METADATA, NetworkDescription.json(metadata)));
  }

  /**
   * Write the quantised form of {@code network}: its archive, in which {@code forward} and {@code
   * simulate} now take images between 0 and 1.
   *
   * @param archive the archive of the quantised network
   */
  public static void writeQuantized(
      OutputStream out, InputStream archive, SavedNetwork network, Map<String, String> metadata)
      throws IOException {
    ScriptArchive.copy(
        archive,
        out,
        methods -> quantized(methods, network.description()),
        Map.of(METADATA, NetworkDescription.json(metadata)));
  }

  private static String quantized(String methods, NetworkDescription description) {
    String simulate = FORWARD.replace("forward", "simulate");
    return methods
            .replace(FORWARD, FORWARD.replace("forward", LOGITS))
            .replace(simulate, FORWARD.replace("forward", "simulate_" + LOGITS))
        + FORWARD
        + body(description, LOGITS)
        + simulate
        + body(description, "simulate_" + LOGITS);
  }

  private static String body(NetworkDescription description, String method) {
    String result =
        description.flips()
            ? "torch.mul(torch.add((self).{m}(y), (self).{m}(torch.flip(y, [3]))), 0.5)"
            : "(self).{m}(y)";
    return """
            mean = torch.reshape(torch.tensor({mean}, dtype=6, device=ops.prim.device(x)), [1, 3, 1, 1])
            std = torch.reshape(torch.tensor({std}, dtype=6, device=ops.prim.device(x)), [1, 3, 1, 1])
            y = torch.div(torch.sub(torch.to(x, 6), mean), std)
            return {result}
        """
        .replace("{result}", result)
        .replace("{m}", method)
        .replace("{mean}", list(description.mean()))
        .replace("{std}", list(description.deviation()));
  }

  private static String list(List<Double> numbers) {
    return numbers.stream()
        .map(number -> Double.toString(number))
        .collect(Collectors.joining(", ", "[", "]"));
  }
}
