package io.github.greenscreen.search.sampler;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SamplerTypeTest {

  @Test
  void find_spelling_givesTheMethod() {
    assertThat(SamplerType.find("random")).contains(SamplerType.RANDOM);
    assertThat(SamplerType.find("grid")).contains(SamplerType.GRID);
  }

  @Test
  void find_otherWords_isEmpty() {
    assertThat(SamplerType.find("Random")).isEmpty();
    assertThat(SamplerType.find("hyperpower_random")).isEmpty();
  }

  @Test
  void spellings_always_listAllInOrder() {
    assertThat(SamplerType.configNames())
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
    assertThat(SamplerType.RANDOM.sampler()).isInstanceOf(RandomSampler.class);
    assertThat(SamplerType.GRID.sampler()).isInstanceOf(GridSampler.class);
    assertThat(SamplerType.SOBOL.sampler()).isInstanceOf(SobolSampler.class);
    assertThat(SamplerType.TPE.sampler()).isInstanceOf(TpeSampler.class);
    assertThat(SamplerType.BAYES.sampler()).isInstanceOf(BayesSampler.class);
    assertThat(SamplerType.HYPERPOWER.sampler()).isInstanceOf(HyperPowerSampler.class);
    assertThat(SamplerType.NSGA2.sampler()).isInstanceOf(NsgaSampler.class);
  }
}
