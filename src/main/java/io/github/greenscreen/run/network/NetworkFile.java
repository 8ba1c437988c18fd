package io.github.greenscreen.run.network;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.reflect.TypeToken;
import io.github.greenscreen.run.model.RunFolderException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The arrays of a network in a file of the format <a
 * href="https://huggingface.co/docs/safetensors/index#format">safetensors</a>: the length of a
 * header in JSON, the header, and the numbers, little-endian and row-major. Numbers are mapped into
 * memory, not read at once.
 */
public final class NetworkFile {
  private static final Logger LOG = LoggerFactory.getLogger(NetworkFile.class);
  private static final String METADATA = "__metadata__";

  /** Numbers begin at a multiple of this, so that readers can map them as they are. */
  private static final int ALIGNMENT = 8;

  /** Headers are longer only in files that are none. */
  private static final long LONGEST_HEADER = 100_000_000;

  private final Path path;
  private final Map<String, String> metadata = new LinkedHashMap<>();
  private final Map<String, ArraySpec> arrays = new LinkedHashMap<>();
  private final Map<String, ByteBuffer> contents = new LinkedHashMap<>();

  /** An array in the header, with the names of the format. */
  private record Entry(ArraySpec.Type dtype, List<Long> shape, List<Long> data_offsets) {}

  private NetworkFile(Path path) {
    this.path = path;
  }

  /**
   * Write a file.
   *
   * @param metadata text for readers, by key
   * @param content returns the numbers of an array; called once for each, in order
   */
  public static void write(
      OutputStream out,
      Map<String, String> metadata,
      List<ArraySpec> arrays,
      Function<ArraySpec, ByteBuffer> content)
      throws IOException {
    WritableByteChannel channel = Channels.newChannel(out);
    channel.write(head(metadata, arrays));
    for (ArraySpec array : arrays) {
      ByteBuffer numbers = content.apply(array);
      if (numbers.remaining() != array.bytes()) {
        throw new IllegalArgumentException(
            "%s has %s bytes, expected %s"
                .formatted(array.name(), numbers.remaining(), array.bytes()));
      }
      while (numbers.hasRemaining()) {
        channel.write(numbers);
      }
    }
  }

  /** Return the size in bytes of a file with {@code arrays} and without metadata. */
  public static long size(List<ArraySpec> arrays) {
    return head(Map.of(), arrays).remaining() + arrays.stream().mapToLong(ArraySpec::bytes).sum();
  }

  private static ByteBuffer head(Map<String, String> metadata, List<ArraySpec> arrays) {
    Map<String, Object> header = new LinkedHashMap<>();
    if (!metadata.isEmpty()) {
      header.put(METADATA, metadata);
    }
    long from = 0;
    for (ArraySpec array : arrays) {
      long to = from + array.bytes();
      header.put(array.name(), new Entry(array.type(), array.shape(), List.of(from, to)));
      from = to;
    }
    byte[] json = new Gson().toJson(header).getBytes(StandardCharsets.UTF_8);
    int length = (json.length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    ByteBuffer head = ByteBuffer.allocate(Long.BYTES + length).order(ByteOrder.LITTLE_ENDIAN);
    head.putLong(length).put(json);
    while (head.hasRemaining()) {
      head.put((byte) ' ');
    }
    return head.flip();
  }

  /**
   * Read the file {@code path}.
   *
   * @throws RunFolderException if it cannot be read or is damaged
   */
  public static NetworkFile read(Path path) {
    NetworkFile file = new NetworkFile(path);
    try (FileChannel channel = FileChannel.open(path)) {
      file.read(channel);
    } catch (IOException e) {
      throw RunFolderException.cannot("read", path, e);
    }
    return file;
  }

  private void read(FileChannel channel) throws IOException {
    ByteBuffer size = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    int found = channel.read(size, 0);
    long length = found < Long.BYTES ? -1 : size.getLong(0);
    long begin = Long.BYTES + length;
    if (length < 0 || length > LONGEST_HEADER || begin > channel.size()) {
      throw damaged("its header is cut");
    }
    ByteBuffer header = ByteBuffer.allocate((int) length);
    channel.read(header, Long.BYTES);
    JsonObject entries = parse(new String(header.array(), StandardCharsets.UTF_8));
    for (Map.Entry<String, JsonElement> entry : entries.entrySet()) {
      add(channel, begin, entry.getKey(), entry.getValue());
    }
  }

  private JsonObject parse(String header) {
    try {
      return JsonParser.parseString(header).getAsJsonObject();
    } catch (JsonParseException | IllegalStateException e) {
      throw damaged("its header is not a JSON object");
    }
  }

  private void add(FileChannel channel, long begin, String name, JsonElement element)
      throws IOException {
    if (name.equals(METADATA)) {
      metadata.putAll(parse(name, element, new TypeToken<Map<String, String>>() {}));
      return;
    }
    Entry entry = parse(name, element, TypeToken.get(Entry.class));
    if (entry.dtype() == null || entry.shape() == null || entry.data_offsets() == null) {
      throw unclear(name);
    }
    ArraySpec array = new ArraySpec(name, entry.dtype(), entry.shape());
    long from = begin + entry.data_offsets().get(0);
    if (from < begin || from + array.bytes() > channel.size()) {
      throw damaged("it ends within " + name);
    }
    arrays.put(name, array);
    contents.put(name, channel.map(MapMode.READ_ONLY, from, array.bytes()));
  }

  private <T> T parse(String name, JsonElement element, TypeToken<T> type) {
    try {
      T value = new Gson().fromJson(element, type);
      if (value != null) {
        return value;
      }
    } catch (JsonParseException e) {
      LOG.debug("{} of {}", name, path, e);
    }
    throw unclear(name);
  }

  private RunFolderException unclear(String name) {
    return damaged("its header describes " + name + " in a way that is not understood");
  }

  private RunFolderException damaged(String reason) {
    return new RunFolderException(
        "%s is not a network that greenscreen saved: %s; train the run again"
            .formatted(path, reason));
  }

  /** Return the path of the file. */
  public Path path() {
    return path;
  }

  /** Return the text for readers, by key. */
  public Map<String, String> metadata() {
    return Collections.unmodifiableMap(metadata);
  }

  /** Return the arrays by name, in the order of the file. */
  public Map<String, ArraySpec> arrays() {
    return Collections.unmodifiableMap(arrays);
  }

  /** Return the numbers of the array {@code name}, little-endian. */
  public ByteBuffer content(String name) {
    return contents.get(name).duplicate().order(ByteOrder.LITTLE_ENDIAN);
  }
}
