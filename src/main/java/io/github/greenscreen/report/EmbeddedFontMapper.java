package io.github.greenscreen.report;

import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.FontMapper;
import io.github.greenscreen.chart.ChartTheme;
import java.awt.Font;

/**
 * Writes every word of a chart in the report's own font.
 *
 * @param font the embedded font
 */
record EmbeddedFontMapper(BaseFont font) implements FontMapper {
  @Override
  public BaseFont awtToPdf(Font any) {
    return font;
  }

  @Override
  public Font pdfToAwt(BaseFont any, int size) {
    return ChartTheme.font().deriveFont((float) size);
  }
}
