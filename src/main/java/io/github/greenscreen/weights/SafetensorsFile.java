package io.github.greenscreen.weights;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads files in the format of safetensors: the length of a header, a JSON header with formats,
 * shapes, and positions, and the numbers (<a
 * href="https://github.com/huggingface/safetensors#format">format</a>).
 */
final class SafetensorsFile {
  private static final String FORMAT = "safetensors";
  private static final String METADATA = "__metadata__";

  /** The largest header that the format allows, in bytes. */
  private static final long MAX_HEADER = 100_000_000;

  private final Path file;
  private final Map<String, StoredArray> arrays = new LinkedHashMap<>();
  private final Map<String, String> metadata = new LinkedHashMap<>();

  SafetensorsFile(Path file) {
    this.file = file;
  }

  StateDict read() {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long size = channel.size();
      long length = bytes(channel, 0, Long.BYTES).getLong();
      long rest = size - Long.BYTES;
      if (length < 0 || length > Math.min(rest, MAX_HEADER)) {
        throw problem(
            "the length of the header is %s bytes, but %s bytes follow and %s are allowed"
                .formatted(Long.toUnsignedString(length), rest, MAX_HEADER));
      }
      ByteBuffer text = bytes(channel, Long.BYTES, (int) length);
      header(StandardCharsets.UTF_8.decode(text).toString(), Long.BYTES + length, size);
    } catch (IOException e) {
      throw WeightsFile.unreadable(file, e);
    }
    return new StateDict(file, FORMAT, arrays, metadata);
  }

  /**
   * Read the header.
   *
   * @param begin position of the numbers in the file
   * @param end size of the file
   */
  private void header(String text, long begin, long end) {
    try (JsonReader json = new JsonReader(new StringReader(text))) {
      json.setStrictness(Strictness.STRICT);
      json.beginObject();
      while (json.hasNext()) {
        String name = json.nextName();
        if (name.equals(METADATA)) {
          metadata(json);
        } else if (arrays.put(name, array(name, json, begin, end)) != null) {
          throw problem("the header describes %s twice".formatted(name));
        }
      }
      json.endObject();
    } catch (IOException | IllegalStateException | NumberFormatException e) {
      throw (WeightsException)
          problem("the header is not the JSON object of a safetensors file").initCause(e);
    }
  }

  private void metadata(JsonReader json) throws IOException {
    json.beginObject();
    while (json.hasNext()) {
      metadata.put(json.nextName(), json.nextString());
    }
    json.endObject();
  }

  private StoredArray array(String name, JsonReader json, long begin, long end) throws IOException {
    String kind = "";
    List<Long> shape = List.of();
    List<Long> offsets = List.of();
    json.beginObject();
    while (json.hasNext()) {
      switch (json.nextName()) {
        case "dtype" -> kind = json.nextString();
        case "shape" -> shape = numbers(json);
        case "data_offsets" -> offsets = numbers(json);
        default -> json.skipValue();
      }
    }
    json.endObject();
    String type = kind;
    return array(
        name,
        NumberType.ofSafetensors(type)
            .orElseThrow(() -> problem("%s has the number format \"%s\"".formatted(name, type))),
        shape,
        offsets,
        begin,
        end);
  }

  private StoredArray array(
      String name, NumberType type, List<Long> shape, List<Long> offsets, long begin, long end) {
    if (offsets.size() != 2 || offsets.get(0) < 0 || offsets.get(1) < offsets.get(0)) {
      throw problem("%s lies at the offsets %s".formatted(name, offsets));
    }
    long from = offsets.get(0);
    long to = offsets.get(1);
    if (to > end - begin) {
      throw problem(
          "%s ends at byte %s of the numbers, of which the file holds %s; it is probably truncated"
              .formatted(name, to, end - begin));
    }
    try {
      StoredArray array =
          StoredArray.contiguous(type, shape, new Part(file, begin + from, to - from));
      if (Math.multiplyExact(array.count(), type.bytes()) == to - from) {
        return array;
      }
    } catch (IllegalArgumentException | ArithmeticException e) {
      // Its shape needs more bytes than it has.
    }
    throw problem(
        "%s of shape %s has %s bytes".formatted(name, StoredArray.text(shape), to - from));
  }

  private static List<Long> numbers(JsonReader json) throws IOException {
    List<Long> numbers = new ArrayList<>();
    json.beginArray();
    while (json.hasNext()) {
      numbers.add(json.nextLong());
    }
    json.endArray();
    return numbers;
  }

  private WeightsException problem(String found) {
    return new WeightsException(
        "weights %s: %s; expected a whole safetensors file: download or write it again"
            .formatted(file, found));
  }

  private static ByteBuffer bytes(FileChannel channel, long from, int count) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
    int read = 0;
    while (buffer.hasRemaining() && read >= 0) {
      read = channel.read(buffer, from + buffer.position());
    }
    if (buffer.hasRemaining()) {
      throw new IOException("the file ends too early");
    }
    return buffer.flip();
  }

  /** Some bytes of the file. */
  private record Part(Path file, long from, long bytes) implements Storage {
    @Override
    public ByteBuffer read() {
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
        return SafetensorsFile.bytes(channel, from, Math.toIntExact(bytes));
      } catch (IOException e) {
        throw WeightsFile.unreadable(file, e);
      }
    }
  }
}
