package io.github.greenscreen.djl;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.github.greenscreen.djl.torchscript.ScriptModule;
import io.github.greenscreen.djl.transfer.HostCopy;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Writes the numbers of arrays in row-major order and reads them back into arrays that are there,
 * whatever their order in memory, no bit lost. The engine's binding knows no bfloat16, so numbers
 * of 16 bits travel as float32, which holds all of them. Close it to free what it holds.
 */
final class TensorCodec implements AutoCloseable {
  /** PyTorch knows float16 as 5, float32 as 6 and bfloat16 as 15. */
  private static final String METHODS =
      """
        def wide(self: __torch__.Ops, x: Tensor) -> Tensor:
          kind = ops.prim.dtype(x)
          if torch.__or__(torch.eq(kind, 5), torch.eq(kind, 15)):
            y = torch.to(torch.detach(x), 6)
          else:
            y = torch.detach(x)
          return torch.contiguous(y)
        def fill(self: __torch__.Ops, x: Tensor, y: Tensor) -> Tensor:
          return torch.copy_(x, y)
      """;

  private final NDManager manager;
  private final ScriptModule script;

  TensorCodec(Device device) {
    manager = NDManager.newBaseManager(device, "PyTorch");
    script = ScriptModule.compile(device, METHODS);
  }

  /** Write {@code array} under {@code name}. */
  void write(DataOutputStream out, String name, NDArray array) throws IOException {
    try (NDArray wide = wide(array)) {
      out.writeUTF(title(name, wide));
      out.write(HostCopy.bytes(wide));
    }
  }

  /**
   * Fill {@code array} with what was written under {@code name}.
   *
   * @throws IOException where something else comes next
   */
  void read(DataInputStream in, String name, NDArray array) throws IOException {
    String found = in.readUTF();
    try (NDArray wide = wide(array)) {
      if (!found.equals(title(name, wide))) {
        throw new IOException("found %s, expected %s".formatted(found, title(name, wide)));
      }
      ByteBuffer buffer = ByteBuffer.wrap(in.readNBytes(length(wide)));
      try (NDArray values = manager.create(buffer, wide.getShape(), wide.getDataType())) {
        script.run("fill", array, values);
      }
    }
  }

  /** Return the numbers; the binding would make a dictionary of an array that has a name. */
  private NDArray wide(NDArray array) {
    String name = array.getName();
    array.setName(null);
    try {
      return script.call("wide", array);
    } finally {
      array.setName(name);
    }
  }

  private static int length(NDArray wide) {
    return Math.toIntExact(wide.getShape().size() * wide.getDataType().getNumOfBytes());
  }

  private static String title(String name, NDArray wide) {
    return "%s %s %s".formatted(name, wide.getDataType(), wide.getShape());
  }

  @Override
  public void close() {
    script.close();
    manager.close();
  }
}
