package io.github.greenscreen.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTest {
  @Test
  void of_everyKind_isSpelled() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("whole", 3);
    map.put("half", 0.5);
    map.put("none", Double.NaN);
    map.put("truth", true);
    map.put("list", Arrays.asList("a", null, List.of()));
    map.put("quote \" \\ \n é", Map.of());

    assertThat(Json.of(map))
        .isEqualTo(
            "{\"whole\":3,\"half\":0.5,\"none\":null,\"truth\":true,\"list\":[\"a\",null,[]],"
                + "\"quote \\\" \\\\ \\n é\":{}}");
  }

  @Test
  void lines_nested_areIndented() {
    assertThat(Json.lines(Map.of("a", List.of(1, Double.POSITIVE_INFINITY))))
        .isEqualTo("{\n  \"a\": [\n    1,\n    null\n  ]\n}\n");
  }
}
