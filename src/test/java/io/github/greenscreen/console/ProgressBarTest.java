package io.github.greenscreen.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

final class ProgressBarTest {
  private final StringWriter text = new StringWriter();
  private long nanos;

  @Test
  void show_onTerminal_drawsBarWithTimeLeft() {
    ProgressBar bar = bar(new Terminal(60, false));

    bar.show(0, "run 1/4");
    text.getBuffer().setLength(0);
    nanos = 10_000_000_000L;
    bar.show(0.25, "run 2/4");

    assertThat(text.toString())
        .isEqualTo("\r[" + "#".repeat(8) + ".".repeat(23) + "]  25 %  run 2/4  30 s left");
    assertThat(text.toString().length() - 1).isLessThan(60);
  }

  @Test
  void eraseLine_onTerminal_clearsWhatAnotherProcessDrew() {
    bar(new Terminal(30, false)).eraseLine();
    assertThat(text.toString()).isEqualTo("\r" + " ".repeat(29) + "\r");
  }

  @Test
  void eraseLine_noTerminal_writesNothing() {
    bar(Terminal.plain()).eraseLine();
    assertThat(text.toString()).isEmpty();
  }

  @Test
  void show_resumedHalfway_estimatesFromWhatWasDoneSince() {
    ProgressBar bar = bar(new Terminal(60, false));

    bar.show(0.5, "before");
    nanos = 10_000_000_000L;
    bar.show(0.75, "now");

    assertThat(text.toString()).endsWith("]  75 %  now  10 s left");
  }

  @Test
  void show_twiceWithinATenthOfASecond_drawsOnce() {
    ProgressBar bar = bar(new Terminal(60, false));

    bar.show(0.25, "first");
    nanos = 50_000_000L;
    bar.show(0.5, "second");
    nanos = 100_000_000L;
    bar.show(0.75, "third");

    assertThat(text.toString()).contains("first").doesNotContain("second").contains("third");
  }

  @Test
  void show_shorterText_wipesTheRestOfTheOldOne() {
    ProgressBar bar = bar(new Terminal(30, false));

    bar.show(0, "a longer text");
    nanos = 1_000_000_000L;
    bar.show(0.5, "ab");
    String[] drawings = text.toString().split("\r", -1);

    assertThat(drawings[2].length()).isGreaterThanOrEqualTo(drawings[1].length());
  }

  @Test
  void show_narrowTerminal_leavesTheBarAwayAndCutsTheText() {
    ProgressBar bar = bar(new Terminal(12, false));

    bar.show(0.5, "a long description");

    assertThat(text.toString()).isEqualTo("\r50 %  a lon");
  }

  @Test
  void show_withColour_paintsOnlyTheFullPart() {
    ProgressBar bar = bar(new Terminal(50, true));

    bar.show(1, "x");

    assertThat(text.toString()).startsWith("\r\u001B[32m[####").contains("#\u001B[0m] 100 %  x");
  }

  @Test
  void show_piped_writesNothing() {
    ProgressBar bar = bar(Terminal.plain());

    bar.show(0.5, "half");
    bar.close();

    assertThat(text.toString()).isEmpty();
  }

  @Test
  void line_piped_isPlain() {
    ProgressBar bar = bar(Terminal.plain());

    bar.show(0.5, "half");
    bar.line("001 completed");

    assertThat(text.toString()).isEqualTo("001 completed" + System.lineSeparator());
  }

  @Test
  void line_onTerminal_staysAboveTheBar() {
    ProgressBar bar = bar(new Terminal(30, false));

    bar.show(0.5, "half");
    String drawn = text.toString();
    bar.line("001 completed");

    String blanks = "\r" + " ".repeat(drawn.length() - 1) + "\r";
    assertThat(text.toString())
        .isEqualTo(drawn + blanks + "001 completed" + System.lineSeparator() + drawn);
  }

  private ProgressBar bar(Terminal terminal) {
    return new ProgressBar(new PrintWriter(text), terminal, () -> nanos);
  }
}
