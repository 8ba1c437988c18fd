package io.github.greenscreen.report.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.greenscreen.report.ReportFixture;
import io.github.greenscreen.report.context.ReportInput;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/** What a person sees and clicks in the page, in a real browser without a network. */
@Timeout(180)
final class HtmlReportBrowserTest {
  private static final int RUNS = 12;

  @TempDir private static Path folder;
  private static ChromeDriver browser;

  @BeforeAll
  static void open() {
    Optional<Path> chromium = onPath("chromium", "chromium-browser", "google-chrome");
    Optional<Path> driver = onPath("chromedriver");
    assumeTrue(
        chromium.isPresent() && driver.isPresent(),
        "no chromium with its chromedriver on the PATH; on Debian: apt-get install chromium-driver");
    HtmlReport.write(
        folder.resolve("page.html"),
        ReportFixture.withFinal(ReportFixture.study(RUNS, true)).with(ReportFixture.confusions(4)));
    ChromeOptions options = new ChromeOptions();
    options.setBinary(chromium.get().toFile());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-dev-shm-usage",
        "--disable-gpu",
        "--window-size=1280,1400",
        "--proxy-server=127.0.0.1:9");
    ChromeDriverService service =
        new ChromeDriverService.Builder().usingDriverExecutable(driver.get().toFile()).build();
    browser = new ChromeDriver(service, options);
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.quit();
    }
  }

  @BeforeEach
  void load() {
    browser.get(folder.resolve("page.html").toUri().toString());
    await(() -> !rows().isEmpty());
  }

  @Test
  void page_opened_showsAllRunsByTheirCostAndNoError() {
    assertThat(browser.getTitle()).startsWith("Accuracy for energy");
    assertThat(rows()).hasSize(RUNS + 2);
    assertThat(numbers("Energy (Wh)")).isSorted();
    assertThat(browser.findElement(By.id("scatter")).getText()).contains("Pareto front");
    assertThat(browser.manage().logs().get("browser").getAll()).isEmpty();
  }

  @Test
  void heading_clicked_sortsByItAndTurnsWhenClickedAgain() {
    heading("Accuracy (%)").click();
    assertThat(numbers("Accuracy (%)")).isSortedAccordingTo((a, b) -> Double.compare(b, a));

    heading("Accuracy (%)").click();
    assertThat(numbers("Accuracy (%)")).isSorted();
    assertThat(rows().get(rows().size() - 1)).as("a run without the number").contains("failed");
  }

  @Test
  void find_typed_keepsTheRunsThatHaveIt() {
    browser.findElement(By.id("find")).sendKeys("out of memory");

    assertThat(rows()).hasSize(1);
    assertThat(browser.findElement(By.id("count")).getText())
        .isEqualTo("1 of " + (RUNS + 2) + " runs");
  }

  @Test
  void run_ticked_appearsInCurvesAndTradeOff() {
    browser.findElement(By.id("none")).click();
    await(() -> chart("lines").contains("Tick runs in the table"));

    WebElement box = browser.findElement(By.cssSelector("tr[data-run='005'] input"));
    box.click();

    await(() -> chart("lines").contains("005"));
    assertThat(chart("lines")).contains("Validation accuracy (%)");
    assertThat(chart("scatter")).contains("005");
    new Select(browser.findElement(By.id("curve"))).selectByValue("power_W");
    await(() -> chart("lines").contains("Mean power (W)"));
  }

  @Test
  void classes_ofTheFinalRun_areShownOnBothSplits() {
    Select run = new Select(browser.findElement(By.id("matrix-run")));
    assertThat(run.getOptions())
        .extracting(WebElement::getText)
        .containsExactly("Baseline (001)", "Most efficient (006)", "Final run (099)");
    assertThat(run.getFirstSelectedOption().getText()).isEqualTo("Final run (099)");
    assertThat(chart("matrix")).contains("classAa").contains("Predicted class").contains("94");
    assertThat(classes().get(1)).isEqualTo("classAb 3 0 – 0.0 0.000");

    new Select(browser.findElement(By.id("matrix-split"))).selectByVisibleText("validation");

    assertThat(classes().get(1)).isEqualTo("classAb 6 0 – 0.0 0.000");
    await(() -> chart("matrix").contains("97"));
    assertThat(browser.manage().logs().get("browser").getAll()).isEmpty();
  }

  private static List<String> classes() {
    return browser.findElements(By.cssSelector("#class-table tbody tr")).stream()
        .map(WebElement::getText)
        .toList();
  }

  @Test
  void axes_chosen_changeTheTradeOff() {
    new Select(browser.findElement(By.id("x"))).selectByVisibleText("Time (s)");
    await(() -> chart("scatter").contains("Time (s)"));

    assertThat(chart("scatter")).doesNotContain("Pareto front");
  }

  @Test
  void axis_dragged_keepsTheRunsThatPassThere() {
    WebElement chart = browser.findElement(By.id("parallel"));
    int left = -chart.getSize().getWidth() / 2 + 60;
    int half = chart.getSize().getHeight() / 2;
    new Actions(browser)
        .scrollToElement(chart)
        .moveToElement(chart, left, -half + 45)
        .clickAndHold()
        .moveByOffset(0, 30)
        .moveByOffset(0, 70)
        .release()
        .perform();

    await(() -> rows().size() < RUNS + 2);
    assertThat(rows()).isNotEmpty();
    browser.findElement(By.id("all-runs")).click();
    assertThat(rows()).hasSize(RUNS + 2);
  }

  @Test
  void page_ofAnUnfinishedSweep_saysWhatIsMissing() {
    assertThat(browser.findElement(By.id("missing")).isDisplayed()).isFalse();

    show("unfinished.html", ReportFixture.unfinished(ReportFixture.study(9, true)), Duration.ZERO);

    assertThat(browser.findElement(By.id("missing")).getText())
        .startsWith("What is missing\nThe sweep is unfinished: 9 of 12")
        .contains("010 running: 3 of 12 epochs")
        .contains("Finish the sweep: greenscreen sweep --resume --runs runs")
        .endsWith("Then rest.");
  }

  @Test
  void page_watched_showsTheNewestRunsAndKeepsWhatWasChosen() {
    Duration often = Duration.ofSeconds(4);
    show("watched.html", ReportFixture.input(ReportFixture.study(5, true)), often);
    assertThat(browser.findElement(By.id("byline")).getText()).contains("follows the sweep");
    new Select(browser.findElement(By.id("x"))).selectByVisibleText("Time (s)");
    heading("Accuracy (%)").click();
    browser.findElement(By.id("none")).click();
    browser.findElement(By.cssSelector("tr[data-run='003'] input")).click();

    HtmlReport.write(
        folder.resolve("watched.html"), ReportFixture.input(ReportFixture.study(6, true)));

    await(() -> rows().size() == 7);
    await(() -> chart("scatter").contains("Time (s)"));
    assertThat(numbers("Accuracy (%)")).isSortedAccordingTo((a, b) -> Double.compare(b, a));
    assertThat(browser.findElements(By.cssSelector("#table input:checked"))).hasSize(1);
    assertThat(chart("lines")).contains("003");
    assertThat(browser.findElement(By.id("byline")).getText()).doesNotContain("follows");
    assertThat(browser.manage().logs().get("browser").getAll()).isEmpty();
  }

  private static void show(String name, ReportInput input, Duration reload) {
    HtmlReport.write(folder.resolve(name), input, reload);
    browser.get(folder.resolve(name).toUri().toString());
    await(() -> !rows().isEmpty());
  }

  private static Optional<Path> onPath(String... names) {
    return Stream.of(names)
        .flatMap(
            name ->
                Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                    .map(place -> Path.of(place, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static void await(BooleanSupplier condition) {
    new WebDriverWait(browser, Duration.ofSeconds(30))
        .ignoring(StaleElementReferenceException.class)
        .until(any -> condition.getAsBoolean());
  }

  private static List<String> rows() {
    return browser.findElements(By.cssSelector("#table tbody tr")).stream()
        .map(WebElement::getText)
        .toList();
  }

  private static String chart(String id) {
    return browser.findElement(By.id(id)).getText();
  }

  private static WebElement heading(String label) {
    return browser.findElement(By.xpath("//th/button[text()='" + label + "']"));
  }

  /** Return what stands in a column, from top to bottom, where it is known. */
  private static List<Double> numbers(String label) {
    List<String> labels =
        browser.findElements(By.cssSelector("#table th")).stream()
            .map(cell -> cell.getText().replaceAll(" [▲▼]", ""))
            .toList();
    int place = labels.indexOf(label) + 1;
    return browser.findElements(By.cssSelector("#table tbody td:nth-child(" + place + ")")).stream()
        .map(WebElement::getText)
        .filter(cell -> !cell.equals("–"))
        .map(Double::parseDouble)
        .toList();
  }
}
