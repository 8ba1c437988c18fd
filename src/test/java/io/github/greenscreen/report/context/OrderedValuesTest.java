package io.github.greenscreen.report.context;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.report.ReportFixture;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class OrderedValuesTest {
  @Test
  void of_numbers_areOrderedBySize() {
    OrderedValues scale =
        OrderedValues.of(
            "batch_size", ReportFixture.input(ReportFixture.study(20, true)).analysis().runs());

    assertThat(scale.values()).containsExactly("4", "32", "128");
    assertThat(scale.place("32")).isEqualTo(0.5);
    assertThat(scale.place("64")).isNaN();
  }

  @Test
  void of_words_beginWithThatOfTheFirstRun() {
    OrderedValues scale =
        OrderedValues.of(
            "augmentation", ReportFixture.input(ReportFixture.study(20, true)).analysis().runs());

    assertThat(scale.values()).containsExactlyInAnyOrder("None", "random", "mixup");
    assertThat(scale.values().get(0)).isEqualTo("None");
  }

  @Test
  void shown_manyValues_goFromFirstToLast() {
    List<String> values = IntStream.rangeClosed(1, 100).mapToObj(Integer::toString).toList();

    assertThat(new OrderedValues("lr", values).shown()).hasSize(8).startsWith("1").endsWith("100");
  }
}
