package io.github.greenscreen.djl.torchscript;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes the archive that {@code torch.jit.load} reads: a zip of stored (not deflated) entries with
 * the pickled state of one module, the values of its tensors, an empty tuple of constants, and the
 * source of its methods. The same module always gives the same bytes.
 *
 * <p>Format: <a
 * href="https://github.com/pytorch/pytorch/blob/v2.7.1/torch/csrc/jit/docs/serialization.md">TorchScript
 * serialization</a>.
 */
public final class ScriptArchive {
  private static final String ROOT = "ops/";

  /** The earliest time that a zip can store. */
  private static final LocalDateTime ALWAYS = LocalDateTime.of(1980, 1, 1, 0, 0);

  private ScriptArchive() {}

  /** Return the archive of a module with {@code methods}, each indented by two spaces. */
  static byte[] of(String methods) {
    return of(methods, List.of(), Map.of());
  }

  /**
   * Return the archive of a module with {@code methods}, each indented by two spaces.
   *
   * @param tensors attributes of type {@code Tensor}, buffers of the module
   * @param unset attributes that are initially {@code None}, with their types
   */
  public static byte[] of(String methods, List<StoredTensor> tensors, Map<String, String> unset) {
    Map<String, String> sorted = new TreeMap<>(unset);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      store(zip, "data.pkl", state(tensors, sorted));
      store(zip, "code/__torch__.py", utf8(head(tensors, sorted) + methods));
      for (int i = 0; i < tensors.size(); i++) {
        store(zip, "data/" + i, tensors.get(i).content());
      }
      store(zip, "constants.pkl", new PickleWriter().emptyTuple().stop());
      store(zip, "version", utf8("3\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e); // writing to memory does not fail
    }
    return bytes.toByteArray();
  }

  private static String head(List<StoredTensor> tensors, Map<String, String> unset) {
    StringBuilder head = new StringBuilder("class Ops(Module):\n  __parameters__ = []\n");
    head.append(
        tensors.stream()
            .map(tensor -> "\"%s\"".formatted(tensor.name()))
            .collect(Collectors.joining(", ", "  __buffers__ = [", "]\n")));
    head.append("  training : bool\n");
    tensors.forEach(tensor -> head.append("  ").append(tensor.name()).append(" : Tensor\n"));
    unset.forEach((name, type) -> head.append("  %s : Optional[%s]\n".formatted(name, type)));
    return head.toString();
  }

  /** Pickle an object of class {@code __torch__.Ops} with its attributes. */
  private static byte[] state(List<StoredTensor> tensors, Map<String, String> unset) {
    PickleWriter pickle = new PickleWriter().global("__torch__", "Ops").emptyTuple().newObject();
    pickle.emptyDictionary().mark().text("training").truth(true);
    for (int i = 0; i < tensors.size(); i++) {
      pickle.text(tensors.get(i).name());
      tensors.get(i).pickle(pickle, Integer.toString(i));
    }
    unset.keySet().forEach(name -> pickle.text(name).none());
    return pickle.setItems().build().stop();
  }

  private static void store(ZipOutputStream zip, String name, byte[] content) throws IOException {
    CRC32 crc = new CRC32();
    crc.update(content);
    ZipEntry entry = new ZipEntry(ROOT + name);
    entry.setMethod(ZipEntry.STORED);
    entry.setTimeLocal(ALWAYS);
    entry.setSize(content.length);
    entry.setCrc(crc.getValue());
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
