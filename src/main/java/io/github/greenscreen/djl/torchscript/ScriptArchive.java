package io.github.greenscreen.djl.torchscript;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes the archive that {@code torch.jit.load} reads: a zip of stored (not deflated) entries with
 * the pickled state of one module, an empty tuple of constants, and the source of its methods.
 *
 * <p>Format: <a
 * href="https://github.com/pytorch/pytorch/blob/v2.7.1/torch/csrc/jit/docs/serialization.md">TorchScript
 * serialization</a>.
 */
final class ScriptArchive {
  private static final String ROOT = "ops/";

  /** Pickle protocol 2 of an object of class {@code __torch__.Ops} with {@code training=True}. */
  private static final byte[] STATE =
      join(
          new byte[] {(byte) 0x80, 2}, // protocol 2
          ascii("c__torch__\nOps\n"), // push the class
          new byte[] {')', (byte) 0x81}, // new object without arguments
          new byte[] {'}', 'X', 8, 0, 0, 0}, // empty dict, key of 8 bytes
          ascii("training"),
          new byte[] {(byte) 0x88, 's', 'b', '.'}); // True, set item, build, stop

  /** Pickle protocol 2 of the empty tuple. */
  private static final byte[] NO_CONSTANTS = {(byte) 0x80, 2, ')', '.'};

  private ScriptArchive() {}

  /** Return the archive of a module with {@code methods}, each indented by two blanks. */
  static byte[] of(String methods) {
    String source =
        """
        class Ops(Module):
          __parameters__ = []
          __buffers__ = []
          training : bool
        """
            + methods;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      store(zip, "data.pkl", STATE);
      store(zip, "code/__torch__.py", source.getBytes(StandardCharsets.UTF_8));
      store(zip, "constants.pkl", NO_CONSTANTS);
      store(zip, "version", ascii("3\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory does not fail
    }
    return bytes.toByteArray();
  }

  private static void store(ZipOutputStream zip, String name, byte[] content) throws IOException {
    CRC32 crc = new CRC32();
    crc.update(content);
    ZipEntry entry = new ZipEntry(ROOT + name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(content.length);
    entry.setCrc(crc.getValue());
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream result = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      result.writeBytes(part);
    }
    return result.toByteArray();
  }
}
