package io.github.greenscreen.djl.torchscript;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
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
  private static final String CODE = "code/__torch__.py";

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
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      write(bytes, methods, tensors, unset, Map.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e); // writing to memory does not fail
    }
    return bytes.toByteArray();
  }

  /**
   * Write the archive that {@link #of(String, List, Map)} returns.
   *
   * @param extra texts for readers, by name, which PyTorch calls extra files
   */
  public static void write(
      OutputStream out,
      String methods,
      List<StoredTensor> tensors,
      Map<String, String> unset,
      Map<String, String> extra)
      throws IOException {
    Map<String, String> sorted = new TreeMap<>(unset);
    ZipOutputStream zip = new ZipOutputStream(out);
    store(zip, "data.pkl", state(tensors, sorted));
    store(zip, CODE, head(tensors, sorted) + methods);
    for (int i = 0; i < tensors.size(); i++) {
      store(zip, ROOT + "data/" + i, tensors.get(i).content());
    }
    store(zip, "constants.pkl", new PickleWriter().emptyTuple().stop());
    store(zip, "version", "3\n");
    store(zip, extra);
    zip.finish();
  }

  /**
   * Copy an archive and change it.
   *
   * @param from an archive without extra files that this class wrote
   * @param methods receives the source of the module and returns that of the copy
   * @param extra texts for readers, by name
   */
  public static void copy(
      InputStream from, OutputStream out, UnaryOperator<String> methods, Map<String, String> extra)
      throws IOException {
    ZipInputStream entries = new ZipInputStream(from);
    ZipOutputStream zip = new ZipOutputStream(out);
    for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
      byte[] content = entries.readAllBytes();
      byte[] kept =
          entry.getName().equals(ROOT + CODE)
              ? utf8(methods.apply(new String(content, StandardCharsets.UTF_8)))
              : content;
      store(zip, entry.getName(), ByteBuffer.wrap(kept));
    }
    store(zip, extra);
    zip.finish();
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

  private static void store(ZipOutputStream zip, Map<String, String> extra) throws IOException {
    for (Map.Entry<String, String> text : extra.entrySet()) {
      store(zip, "extra/" + text.getKey(), text.getValue());
    }
  }

  private static void store(ZipOutputStream zip, String name, String text) throws IOException {
    store(zip, name, utf8(text));
  }

  private static void store(ZipOutputStream zip, String name, byte[] content) throws IOException {
    store(zip, ROOT + name, ByteBuffer.wrap(content));
  }

  private static void store(ZipOutputStream zip, String path, ByteBuffer content)
      throws IOException {
    CRC32 crc = new CRC32();
    crc.update(content.duplicate());
    ZipEntry entry = new ZipEntry(path);
    entry.setMethod(ZipEntry.STORED);
    entry.setTimeLocal(ALWAYS);
    entry.setSize(content.remaining());
    entry.setCrc(crc.getValue());
    zip.putNextEntry(entry);
    WritableByteChannel channel = Channels.newChannel(zip);
    while (content.hasRemaining()) {
      channel.write(content);
    }
    zip.closeEntry();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
