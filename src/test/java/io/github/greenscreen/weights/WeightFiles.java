package io.github.greenscreen.weights;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes files of weights for tests. */
public final class WeightFiles {
  private final Map<String, float[]> numbers = new LinkedHashMap<>();
  private final Map<String, long[]> shapes = new LinkedHashMap<>();
  private String metadata = "";

  /** Add an array. */
  public WeightFiles with(String name, float[] values, long... shape) {
    numbers.put(name, values.clone());
    shapes.put(name, shape.clone());
    return this;
  }

  /** Return {@code values} rounded to single precision. */
  public static float[] narrow(double... values) {
    float[] narrow = new float[values.length];
    for (int i = 0; i < narrow.length; i++) {
      narrow[i] = (float) values[i];
    }
    return narrow;
  }

  /** Add an array of zeros. */
  public WeightFiles zeros(String name, long... shape) {
    int count = Math.toIntExact(Arrays.stream(shape).reduce(1, Math::multiplyExact));
    return with(name, new float[count], shape);
  }

  /** Set the JSON object of the metadata of a safetensors file. */
  public WeightFiles withMetadata(String json) {
    metadata = "\"__metadata__\": " + json + ", ";
    return this;
  }

  /** Write a safetensors file. */
  public Path safetensors(Path file) {
    StringBuilder header = new StringBuilder("{").append(metadata);
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    numbers.forEach(
        (name, values) -> {
          int begin = content.size();
          content.writeBytes(bytes(values));
          header.append(header.charAt(header.length() - 1) == '}' ? ", " : "");
          header.append(
              "\"%s\": {\"dtype\": \"F32\", \"shape\": %s, \"data_offsets\": [%s, %s]}"
                  .formatted(name, Arrays.toString(shapes.get(name)), begin, content.size()));
        });
    return safetensors(file, header.append("}").toString(), content.toByteArray());
  }

  /** Write a safetensors file of {@code header} and {@code content}. */
  static Path safetensors(Path file, String header, byte[] content) {
    byte[] text = header.getBytes(StandardCharsets.UTF_8);
    return write(
        file,
        out -> {
          out.write(little(Long.BYTES).putLong(text.length).array());
          out.write(text);
          out.write(content);
        });
  }

  /** Write a state dict as {@code torch.save} does. */
  public Path stateDict(Path file) {
    ByteArrayOutputStream pickle = new ByteArrayOutputStream();
    pickle.writeBytes(new byte[] {(byte) 0x80, 2, '}', '('});
    Map<String, byte[]> entries = new LinkedHashMap<>();
    int key = 0;
    for (Map.Entry<String, float[]> array : numbers.entrySet()) {
      pickle.writeBytes(text(array.getKey()));
      long[] shape = shapes.get(array.getKey());
      pickle.writeBytes(array(Integer.toString(key), array.getValue().length, shape));
      entries.put("data/" + key++, bytes(array.getValue()));
    }
    pickle.writeBytes(ascii("u."));
    entries.put("data.pkl", pickle.toByteArray());
    return archive(file, entries);
  }

  private static byte[] array(String key, int count, long[] shape) {
    ByteArrayOutputStream pickle = new ByteArrayOutputStream();
    pickle.writeBytes(ascii("ctorch._utils\n_rebuild_tensor_v2\n(("));
    pickle.writeBytes(text("storage"));
    pickle.writeBytes(ascii("ctorch\nFloatStorage\n"));
    pickle.writeBytes(text(key));
    pickle.writeBytes(text("cpu"));
    pickle.writeBytes(integer(count));
    pickle.writeBytes(ascii("tQ"));
    pickle.writeBytes(integer(0));
    pickle.write('(');
    Arrays.stream(shape).forEach(size -> pickle.writeBytes(integer(size)));
    pickle.writeBytes(ascii("t("));
    long stride = count;
    for (long size : shape) {
      stride = size == 0 ? 0 : stride / size;
      pickle.writeBytes(integer(stride));
    }
    pickle.write('t');
    pickle.write(0x89);
    pickle.writeBytes(ascii("ccollections\nOrderedDict\n)RtR"));
    return pickle.toByteArray();
  }

  /** Write a zip archive with {@code entries} in the folder {@code archive}. */
  static Path archive(Path file, Map<String, byte[]> entries) {
    return write(
        file,
        out -> {
          ZipOutputStream zip = new ZipOutputStream(out);
          for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
            zip.putNextEntry(new ZipEntry("archive/" + entry.getKey()));
            zip.write(entry.getValue());
          }
          zip.finish();
        });
  }

  /** Return the instruction that pushes {@code text}. */
  static byte[] text(String text) {
    byte[] content = text.getBytes(StandardCharsets.UTF_8);
    return little(1 + Integer.BYTES + content.length)
        .put((byte) 'X')
        .putInt(content.length)
        .put(content)
        .array();
  }

  private static byte[] integer(long value) {
    return little(1 + Integer.BYTES).put((byte) 'J').putInt(Math.toIntExact(value)).array();
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] bytes(float[] values) {
    byte[] bytes = new byte[values.length * Float.BYTES];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().put(values);
    return bytes;
  }

  private static ByteBuffer little(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Writes the content of a file. */
  private interface Content {
    void to(OutputStream out) throws IOException;
  }

  private static Path write(Path file, Content content) {
    try (OutputStream out = Files.newOutputStream(file)) {
      content.to(out);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
