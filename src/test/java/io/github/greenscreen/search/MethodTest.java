package io.github.greenscreen.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MethodTest {

  @Test
  void find_spelling_givesTheMethod() {
    assertThat(Method.find("random")).contains(Method.RANDOM);
    assertThat(Method.find("grid")).contains(Method.GRID);
  }

  @Test
  void find_otherWords_isEmpty() {
    assertThat(Method.find("Random")).isEmpty();
    assertThat(Method.find("bayes")).isEmpty();
  }

  @Test
  void spellings_always_listAllInOrder() {
    assertThat(Method.spellings()).containsExactly("random", "grid");
  }

  @Test
  void sampler_eachMethod_isItsOwn() {
    assertThat(Method.RANDOM.sampler()).isInstanceOf(RandomSampler.class);
    assertThat(Method.GRID.sampler()).isInstanceOf(GridSampler.class);
  }
}
