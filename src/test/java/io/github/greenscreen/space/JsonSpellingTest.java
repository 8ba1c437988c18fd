package io.github.greenscreen.space;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonSpellingTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          5        | 5
          +5       | 5
          5.       | 5.0
          .5       | 0.5
          8.0e-4   | 0.00080
          1e22     | 1E+22
          true     | true
          null     | null
          [1,"a"]  | [1,"a"]
          "5"      | "5"
          None     | "None"
          a"b\\c    | "a\\"b\\\\c"
          1e999    | "1e999"
          """)
  void json_spelledValue_isJson(String spelled, String json) {
    assertThat(JsonSpelling.json(spelled)).isEqualTo(json);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          adam     | adam
          5        | "5"
          true     | "true"
          [x       | "[x"
          True     | True
          ``       | ""
          """)
  void text_thatLooksLikeAnotherType_getsQuotationMarks(String text, String spelled) {
    assertThat(JsonSpelling.text(text)).isEqualTo(spelled);
  }

  @Test
  void number_integerOfAFraction_keepsAPoint() {
    assertThat(JsonSpelling.number(new BigDecimal("1"), false)).isEqualTo("1.0");
    assertThat(JsonSpelling.number(new BigDecimal("1"), true)).isEqualTo("1");
    assertThat(JsonSpelling.number(new BigDecimal("1E-7"), false)).isEqualTo("1E-7");
  }

  @Test
  void match_otherTypeOfTheSameValue_isFound() {
    Parameter parameter = new CategoricalParameter("k", List.of("\"1\"", "2.0", "true", "null"));

    assertThat(JsonSpelling.match(parameter, "1")).contains("\"1\"");
    assertThat(JsonSpelling.match(parameter, "\"2\"")).contains("2.0");
    assertThat(JsonSpelling.match(parameter, "True")).contains("true");
    assertThat(JsonSpelling.match(parameter, "none")).isEmpty();
  }
}
