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
    assertThat(Method.find("hyperpower_random")).isEmpty();
  }

  @Test
  void spellings_always_listAllInOrder() {
    assertThat(Method.spellings())
        .containsExactly(
            "random",
            "grid",
            "sobol",
            "tpe",
            "bayes",
            "hyperpower",
            "hyperpower-indicator",
            "hyperpower-random",
            "nsga2",
            "asktell");
  }

  @Test
  void sampler_eachMethod_isItsOwn() {
    assertThat(Method.RANDOM.sampler()).isInstanceOf(RandomSampler.class);
    assertThat(Method.GRID.sampler()).isInstanceOf(GridSampler.class);
    assertThat(Method.SOBOL.sampler()).isInstanceOf(SobolSampler.class);
    assertThat(Method.TPE.sampler()).isInstanceOf(TpeSampler.class);
    assertThat(Method.BAYES.sampler()).isInstanceOf(BayesSampler.class);
    assertThat(Method.HYPERPOWER.sampler()).isInstanceOf(HyperPowerSampler.class);
    assertThat(Method.NSGA2.sampler()).isInstanceOf(NsgaSampler.class);
  }
}
