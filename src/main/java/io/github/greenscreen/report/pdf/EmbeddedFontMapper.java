package io.github.greenscreen.report.pdf;

import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.FontMapper;
import io.github.greenscreen.chart.style.ChartTheme;
import java.awt.Font;

/**
 * Maps every font of a chart to the report's embedded font.
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
