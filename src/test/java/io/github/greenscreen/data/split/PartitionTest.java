package io.github.greenscreen.data.split;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class PartitionTest {
  @Test
  void spelled_parsed_isTheSame() {
    assertThat(Partition.parse("85-10-5").map(Partition::spelled)).contains("85-10-5");
  }
}
