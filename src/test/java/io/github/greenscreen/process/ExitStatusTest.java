package io.github.greenscreen.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExitStatusTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0|the process exited without reporting a result",
        "1|the process exited with code 1",
        "255|the process exited with code 255",
        "134|the process was killed by signal 6 (SIGABRT)",
        "139|the process was killed by signal 11 (SIGSEGV)",
        "137|the process was killed by signal 9 (SIGKILL), possibly out of memory",
        "160|the process was killed by signal 32",
      })
  void words_code_saysHowTheProcessEnded(int code, String words) {
    assertThat(ExitStatus.words(code)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({
    "0,false,false",
    "1,false,false",
    "129,false,true",
    "130,false,true",
    "143,false,true",
    "137,true,false",
    "139,true,false",
    "255,false,false"
  })
  void isCrash_code_isNoRequest(int code, boolean crash, boolean request) {
    assertThat(ExitStatus.isCrash(code)).isEqualTo(crash);
    assertThat(ExitStatus.isRequest(code)).isEqualTo(request);
  }
}
