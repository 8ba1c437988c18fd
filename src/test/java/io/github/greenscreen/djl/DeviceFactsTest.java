package io.github.greenscreen.djl;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeviceFactsTest {

  @Test
  void facts_ofTheProcessor_nameItAndTheEngine() {
    Map<String, String> facts = DeviceFacts.of(Device.cpu());
    assertThat(facts.keySet()).containsExactly("device", "djl", "pytorch", "threads");
    assertThat(facts).containsEntry("djl", "0.35.1").containsEntry("pytorch", "2.7.1");
    assertThat(facts.get("device")).isEqualTo(DeviceFacts.cpuName()).isNotBlank();
    assertThat(facts.get("threads")).matches("[1-9]\\d*");
  }
}
