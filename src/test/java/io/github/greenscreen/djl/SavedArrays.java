package io.github.greenscreen.djl;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads arrays that a {@link TensorCodec} wrote. */
final class SavedArrays {
  private static final Pattern TITLE = Pattern.compile("(.*) (\\w+) \\((.*)\\)");

  private SavedArrays() {}

  /** Return the arrays in the state of a training by name. */
  static Map<String, double[]> ofState(byte[] state) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(state))) {
      in.readUTF();
      in.readInt();
      return read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Return all arrays in {@code in} by name. */
  static Map<String, double[]> read(DataInputStream in) throws IOException {
    Map<String, double[]> arrays = new LinkedHashMap<>();
    while (in.available() > 0) {
      Matcher title = TITLE.matcher(in.readUTF());
      if (!title.matches()) {
        throw new IOException("no title");
      }
      int count =
          Stream.of(title.group(3).split(", ", -1))
              .filter(size -> !size.isEmpty())
              .mapToInt(Integer::parseInt)
              .reduce(1, Math::multiplyExact);
      boolean wide = title.group(2).toLowerCase(Locale.ROOT).equals("float64");
      ByteBuffer bytes = ByteBuffer.wrap(in.readNBytes(count * (wide ? 8 : 4)));
      bytes.order(ByteOrder.nativeOrder());
      double[] values = new double[count];
      for (int i = 0; i < count; i++) {
        values[i] = wide ? bytes.getDouble() : bytes.getFloat();
      }
      arrays.put(title.group(1), values);
    }
    return arrays;
  }
}
