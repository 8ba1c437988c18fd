package io.github.greenscreen.report.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.greenscreen.report.ReportFixture;
import io.github.greenscreen.report.context.ReportInput;
import io.github.greenscreen.run.RunRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HtmlReportTest {
  private static final Pattern DATA =
      Pattern.compile("<script id=\"data\" type=\"application/json\">(.*?)</script>");

  @TempDir private Path folder;

  @Test
  void write_ofAStudy_holdsTheNumbersOfTheAnalysis() throws Exception {
    ReportInput input = ReportFixture.withFinal(ReportFixture.study(8, true));
    Path page = folder.resolve("new/greenscreen.html");

    HtmlReport.write(page, input);

    JsonObject data = data(Files.readString(page));
    assertThat(data.get("cost").getAsString()).isEqualTo("energy_Wh");
    assertThat(names(data.getAsJsonArray("pareto").asList()))
        .isEqualTo(input.analysis().tradeOff().frontier().runs());
    JsonObject run = run(data, "003");
    double energy = input.analysis().runs().get(2).energyWh();
    double shown = run.getAsJsonObject("values").get("energy_Wh").getAsDouble();
    assertThat(shown).isBetween(energy * 0.999999, energy * 1.000001);
    assertThat(run.getAsJsonObject("curves").getAsJsonArray("val_accuracy")).hasSize(12);
    assertThat(run(data, "009").getAsJsonObject("values").isEmpty()).isTrue();
    assertThat(run(data, "009").get("why").getAsString())
        .isEqualTo("out of memory at batch size 128");
    assertThat(run(data, "099").getAsJsonObject("values").get("accuracy").getAsDouble())
        .isCloseTo(71.0, within(0.001));
    assertThat(run(data, "099").get("role").getAsString()).isEqualTo("Final run (099)");
  }

  @Test
  void render_confusionMatrices_holdsThoseOfTheHighlightedRuns() {
    ReportInput input = ReportFixture.withFinal(ReportFixture.study(8, true));

    JsonObject data = data(HtmlReport.render(input.with(ReportFixture.confusions(4))));

    assertThat(data.getAsJsonArray("confusion").asList())
        .extracting(each -> each.getAsJsonObject().get("run").getAsString())
        .containsExactly("001", "006", "099");
    JsonObject last = data.getAsJsonArray("confusion").get(2).getAsJsonObject();
    assertThat(last.getAsJsonArray("test").get(0).toString()).isEqualTo("[15,0,1,1]");
    assertThat(last.getAsJsonArray("classes").get(1).toString())
        .isEqualTo(
            "{\"class\":\"classAb\","
                + "\"validation\":{\"images\":6,\"predicted\":0,\"precision\":null,\"recall\":0,\"f1\":0},"
                + "\"test\":{\"images\":3,\"predicted\":0,\"precision\":null,\"recall\":0,\"f1\":0}}");
    assertThat(data(HtmlReport.render(input)).getAsJsonArray("confusion").isEmpty()).isTrue();
  }

  @Test
  void render_withoutAMeter_leavesOutWhatNobodyMeasured() {
    JsonObject data = data(HtmlReport.render(ReportFixture.input(ReportFixture.study(4, false))));

    assertThat(data.get("cost").getAsString()).isEqualTo("seconds");
    assertThat(data.getAsJsonArray("columns").toString())
        .contains("\"seconds\"")
        .doesNotContain("energy_Wh", "power_W", "co2e");
    assertThat(run(data, "001").getAsJsonObject("curves").keySet()).doesNotContain("power_W");
  }

  @Test
  void render_ofTextThatLooksLikeMarkup_keepsItText() {
    RunRecord odd = ReportFixture.failed("</script><script>alert(1)</script><!--");

    String page = HtmlReport.render(ReportFixture.input(List.of(odd)));

    assertThat(page).doesNotContain("alert(1)</script>");
    assertThat(names(data(page).getAsJsonArray("runs").asList()))
        .containsExactly("</script><script>alert(1)</script><!--");
  }

  @Test
  void render_unfinishedSweep_saysWhatIsMissing() {
    JsonObject data =
        data(HtmlReport.render(ReportFixture.unfinished(ReportFixture.study(9, true))));

    JsonObject unfinished = data.getAsJsonObject("unfinished");
    assertThat(unfinished.get("headline").getAsString())
        .startsWith("The sweep is unfinished: 9 of 12");
    assertThat(unfinished.get("gaps").toString())
        .contains("[\"010\",\"running\",\"3 of 12 epochs\"]");
    assertThat(unfinished.get("steps").toString())
        .contains("[\"Finish the sweep\",\"greenscreen sweep --resume --runs runs\"]");
    assertThat(
            data(HtmlReport.render(ReportFixture.input(ReportFixture.study(3, true))))
                .get("unfinished"))
        .isEqualTo(JsonNull.INSTANCE);
  }

  @Test
  void write_watched_saysHowOftenToLoadAnew() throws Exception {
    Path page = folder.resolve("page.html");
    ReportInput input = ReportFixture.input(ReportFixture.study(3, true));

    HtmlReport.write(page, input, Duration.ofSeconds(7));
    assertThat(data(Files.readString(page)).get("reload_s").getAsDouble()).isEqualTo(7);

    HtmlReport.write(page, input);
    assertThat(data(Files.readString(page)).get("reload_s").getAsDouble()).isZero();
  }

  @Test
  void render_always_asksNoNetworkForAnything() {
    String page = HtmlReport.render(ReportFixture.input(ReportFixture.study(3, true)));

    assertThat(page).contains("default-src 'none'");
    String markup = page.substring(0, page.indexOf("<script id=\"data\""));
    assertThat(markup).contains("href=\"#curves\"").doesNotContain("src=", "http://", "https://");
    assertThat(page.substring(markup.length()).split("<script[^>]*>", -1)).hasSize(4);
    assertThat(Pattern.compile("<script[^>]*src").matcher(page).find()).isFalse();
  }

  static JsonObject data(String page) {
    Matcher matcher = DATA.matcher(page);
    assertThat(matcher.find()).isTrue();
    return JsonParser.parseString(matcher.group(1)).getAsJsonObject();
  }

  private static JsonObject run(JsonObject data, String name) {
    return data.getAsJsonArray("runs").asList().stream()
        .map(JsonElement::getAsJsonObject)
        .filter(run -> run.get("name").getAsString().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> names(List<JsonElement> elements) {
    return elements.stream()
        .map(each -> each.isJsonObject() ? each.getAsJsonObject().get("name") : each)
        .map(JsonElement::getAsString)
        .toList();
  }
}
