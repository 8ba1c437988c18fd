package io.github.greenscreen.report.pdf;

import com.lowagie.text.Font;
import com.lowagie.text.pdf.BaseFont;
import java.awt.Color;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * The fonts and colours of the report. Liberation Sans is embedded, so that every reader sees the
 * same characters, including × ÷ ± β. Belongs to one document, because a font records the
 * characters it was used for.
 */
public final class Typography {
  public static final Color INK = new Color(0x1F2937);
  public static final Color QUIET = new Color(0x6B7280);
  public static final Color ACCENT = new Color(0x00684F);
  public static final Color RULE = new Color(0xD1D5DB);
  public static final Color ZEBRA = new Color(0xF5F7F6);

  private final BaseFont regular = embed("Regular");
  private final BaseFont bold = embed("Bold");

  BaseFont regular() {
    return regular;
  }

  Font text() {
    return plain(9.5f, INK);
  }

  Font small() {
    return plain(8, QUIET);
  }

  public Font plain(float size, Color color) {
    return new Font(regular, size, Font.NORMAL, color);
  }

  public Font strong(float size, Color color) {
    return new Font(bold, size, Font.NORMAL, color);
  }

  private static BaseFont embed(String style) {
    String file = "LiberationSans-" + style + ".ttf";
    try (InputStream in = Typography.class.getResourceAsStream("/liberation/" + file)) {
      return BaseFont.createFont(
          file, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, false, in.readAllBytes(), null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
