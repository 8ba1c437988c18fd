package io.github.greenscreen.report.html;

import io.github.greenscreen.report.ReportFile;
import io.github.greenscreen.report.context.ReportInput;
import io.github.greenscreen.summary.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes the report as one self-contained HTML page that needs no network. */
public final class HtmlReport {
  private static final String CHARTS = "/META-INF/resources/webjars/echarts/5.5.0/echarts.min.js";
  private static final Pattern PLACE = Pattern.compile("@([A-Z]+)@");

  private HtmlReport() {}

  /**
   * Write the page to {@code html}, and create its folder if necessary. The file is replaced
   * atomically when the page is complete.
   *
   * @throws io.github.greenscreen.report.ReportException if the file cannot be written
   */
  public static void write(Path html, ReportInput input) {
    write(html, input, Duration.ZERO);
  }

  /**
   * Write the page as above. A browser reloads it every {@code reload} unless the user interacts
   * with it, and restores the selection. Zero disables reloading.
   */
  public static void write(Path html, ReportInput input, Duration reload) {
    ReportFile.write(html, render(input, reload).getBytes(StandardCharsets.UTF_8));
  }

  static String render(ReportInput input) {
    return render(input, Duration.ZERO);
  }

  private static String render(ReportInput input, Duration reload) {
    PageData data = new PageData(input, reload);
    Map<String, String> parts =
        Map.of(
            "TITLE", escaped(data.title()),
            "STYLE", resource("page.css"),
            "CHARTS", resource(CHARTS),
            "DATA", inScript(Json.of(data.tree())),
            "SCRIPT", resource("page.js"));
    return PLACE
        .matcher(resource("page.html"))
        .replaceAll(place -> Matcher.quoteReplacement(parts.get(place.group(1))));
  }

  /**
   * Escape text so that it cannot end the element that holds the data, or begin a comment in it.
   */
  private static String inScript(String json) {
    return json.replace("<", "\\u003c");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String resource(String name) {
    try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("missing resource " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the resource " + name, e);
    }
  }
}
