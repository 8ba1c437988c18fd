package io.github.greenscreen.data.decoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.greenscreen.data.decoding.ReferenceFiles.Line;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class ImageDecoderTest {
  static Stream<Line> lines() throws IOException {
    return ReferenceFiles.lines();
  }

  @ParameterizedTest
  @MethodSource("lines")
  void decode_everyKindOfFile_equalsPillow(Line line) throws Exception {
    RgbImage image = ImageDecoder.decode(ReferenceFiles.bytes(line.file()));

    CRC32 sum = new CRC32();
    sum.update(image.rgb());
    assertThat(image.width()).isEqualTo(line.width());
    assertThat(image.height()).isEqualTo(line.height());
    assertThat(sum.getValue()).isEqualTo(line.crc());
  }

  @ParameterizedTest
  @MethodSource("lines")
  void size_everyKindOfFile_isThatOfTheUprightImage(Line line) throws Exception {
    assertThat(ImageDecoder.size(ReferenceFiles.bytes(line.file())))
        .isEqualTo(new ImageDecoder.Size(line.width(), line.height()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | the file is empty",
        "'GIF89a..............' | found a GIF image, expected PNG or JPEG",
        "'RIFF....WEBPVP8 ....' | found a WebP image, expected PNG or JPEG",
        "'....ftypheic........' | found a HEIF or AVIF image, or a video, expected PNG or JPEG",
        "'BM..................' | found a BMP image, expected PNG or JPEG",
        "'a,b,c' | found another kind of file, expected PNG or JPEG",
      })
  void decode_anotherKindOfFile_namesIt(String content, String clause) {
    assertRefused(content.getBytes(StandardCharsets.ISO_8859_1), clause);
  }

  @ParameterizedTest
  @CsvSource({"rgb420.jpg", "progressive.jpg", "cmyk.jpg", "rgb.png", "palette.png"})
  void decode_anyPartOfAFile_isRefused(String name) throws IOException {
    byte[] whole = ReferenceFiles.bytes(name);
    int least = name.endsWith("jpg") ? 3 : 8;
    for (int length = least; length < whole.length - 2; length += 7) {
      assertRefused(
          Arrays.copyOf(whole, length), "the file ends early, so it is an incomplete copy");
    }
  }

  @Test
  void decode_pngWithAChangedByte_namesTheDamagedPart() throws IOException {
    byte[] file = ReferenceFiles.bytes("rgb.png");
    file[100]++;

    assertRefused(file, "its part IDAT is damaged (checksum)");

    byte[] nameless = ReferenceFiles.bytes("rgb.png");
    nameless[13] = '\n';
    assertRefused(nameless, "a part of it is damaged (checksum)");
  }

  @Test
  void decode_jpegWithChangedPixels_isRefused() throws IOException {
    byte[] file = ReferenceFiles.bytes("rgb444.jpg");
    Arrays.fill(file, file.length - 300, file.length - 200, (byte) 0xFF);

    assertRefused(file, "its pixels are damaged");
  }

  @ParameterizedTest
  @CsvSource({
    "C3,it uses lossless JPEG coding; expected baseline or progressive",
    "C9,it uses arithmetic JPEG coding; expected baseline or progressive",
    "CE,it uses hierarchical JPEG coding; expected baseline or progressive",
  })
  void decode_jpegCodingThatJavaLacks_isNamed(String marker, String clause) throws IOException {
    byte[] file = ReferenceFiles.bytes("rgb444.jpg");
    file[frame(file) + 1] = (byte) Integer.parseInt(marker, 16);

    assertRefused(file, clause.replace(';', ','));
  }

  @Test
  void decode_tooManyPixels_isRefusedBeforeTheyAreDecoded() throws IOException {
    byte[] file = ReferenceFiles.bytes("rgb444.jpg");
    Arrays.fill(file, frame(file) + 5, frame(file) + 9, (byte) 0x7F);

    assertRefused(file, "it has 1,065,304,321 pixels, expected at most 250,000,000");
  }

  @Test
  void decode_jpegOfTwelveBits_isNamed() throws IOException {
    byte[] file = ReferenceFiles.bytes("rgb444.jpg");
    file[frame(file) + 4] = 12;

    assertRefused(file, "it has 12 bits per channel, expected 8");
  }

  @Test
  void decode_jpegOfTwoChannels_isNamed() throws IOException {
    byte[] file = ReferenceFiles.bytes("rgb444.jpg");
    file[frame(file) + 9] = 2;

    assertRefused(file, "it has 2 colour channels, expected 1, 3, or 4");
  }

  @Test
  void decode_jpegWithoutJfifAndAdobe_goesByTheNamesOfComponents() throws Exception {
    assertThat(JpegColors.of(new int[] {'R', 'G', 'B'}, false, JpegColors.NO_ADOBE))
        .isEqualTo(JpegColors.RGB);
    assertThat(JpegColors.of(new int[] {1, 2, 3}, false, JpegColors.NO_ADOBE))
        .isEqualTo(JpegColors.YCBCR);
    assertThat(JpegColors.of(new int[] {1, 2, 3}, false, 0)).isEqualTo(JpegColors.RGB);
    assertThat(JpegColors.of(new int[] {'R', 'G', 'B'}, true, 0)).isEqualTo(JpegColors.YCBCR);
  }

  /** Return the index of the marker before the frame, baseline in all files of the test. */
  private static int frame(byte[] file) {
    int at = 2;
    while ((file[at + 1] & 0xFF) != 0xC0) {
      at += 2 + (((file[at + 2] & 0xFF) << 8) | (file[at + 3] & 0xFF));
    }
    return at;
  }

  private static void assertRefused(byte[] file, String clause) {
    assertThatThrownBy(() -> ImageDecoder.decode(file))
        .isInstanceOf(UnreadableImageException.class)
        .hasMessage(clause);
  }
}
