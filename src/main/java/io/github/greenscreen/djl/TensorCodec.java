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
 * Writes arrays in row-major order and reads them back into existing arrays of any memory format,
 * bit for bit. The engine's binding does not support bfloat16, so 16-bit numbers are stored as
 * float32, which represents them exactly. Close it to free the compiled functions.
 */
final class TensorCodec implements AutoCloseable {
  /** PyTorch's codes are 5 for float16, 6 for float32, and 15 for bfloat16. */
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
   * Fill {@code array} with the numbers written under {@code name}.
   *
   * @throws IOException if something else comes next
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

  /**
   * Return the numbers as an unnamed array; the binding would turn a named one into a dictionary.
   */
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
