package io.github.greenscreen.power;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class MonotonicClockTest {
  @Test
  void in_zone_tellsTheSameMomentWithItsHour() {
    Clock clock = MonotonicClock.in(ZoneId.of("Asia/Tokyo"));
    long before = MonotonicClock.millis();
    Instant told = clock.instant();
    assertThat(told.toEpochMilli()).isBetween(before, MonotonicClock.millis());
    assertThat(clock.getZone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
    assertThat(clock.withZone(ZoneOffset.UTC).getZone()).isEqualTo(ZoneOffset.UTC);
  }
}
