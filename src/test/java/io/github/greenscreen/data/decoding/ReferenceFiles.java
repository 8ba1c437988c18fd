package io.github.greenscreen.data.decoding;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.stream.Stream;

/** The files that {@code reference.py} wrote, and what Pillow and torchvision found in them. */
final class ReferenceFiles {
  private ReferenceFiles() {}

  /**
   * A line of the recorded numbers.
   *
   * @param crc CRC-32 of all pixels
   * @param fitted the planes of the square
   */
  @SuppressWarnings("ArrayRecordComponent") // read by tests only
  record Line(String file, int width, int height, long crc, int side, byte[] fitted) {
    @Override
    public String toString() {
      return file + " at " + side;
    }
  }

  static Stream<Line> lines() throws IOException {
    return new String(bytes("reference.csv"), StandardCharsets.UTF_8)
        .lines()
        .skip(1)
        .map(text -> line(text.split(",", -1)));
  }

  private static Line line(String[] cells) {
    return new Line(
        cells[0],
        Integer.parseInt(cells[1]),
        Integer.parseInt(cells[2]),
        Long.parseLong(cells[3]),
        Integer.parseInt(cells[4]),
        HexFormat.of().parseHex(cells[5]));
  }

  static byte[] bytes(String name) throws IOException {
    try (InputStream in = ReferenceFiles.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    }
  }
}
