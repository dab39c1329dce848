package org.foyer.hub.governance.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.foyer.hub.MovingClock;
import org.junit.jupiter.api.Test;

class LoginThrottleTest {

    private final MovingClock clock = new MovingClock();
    private final LoginThrottle throttle = new LoginThrottle(clock, 2);

    @Test
    void theDelayDoublesFromASecondToAQuarterOfAnHour() {
        throttle.failed("lea");
        assertThat(throttle.delay("lea")).isZero();
        throttle.failed("lea");
        assertThat(throttle.delay("lea")).isEqualTo(Duration.ofSeconds(1));
        throttle.failed("lea");
        assertThat(throttle.delay("lea")).isEqualTo(Duration.ofSeconds(2));
        for (int i = 0; i < 100; i++) {
            throttle.failed("lea");
        }
        assertThat(throttle.delay("lea")).isEqualTo(Duration.ofMinutes(15));
        clock.advance(Duration.ofMinutes(15));
        assertThat(throttle.delay("lea")).isZero();
    }

    @Test
    void successForgetsAndSoDoesTime() {
        throttle.failed("lea");
        throttle.failed("lea");
        throttle.succeeded("lea");
        assertThat(throttle.delay("lea")).isZero();
        throttle.failed("max");
        clock.advance(Duration.ofMinutes(16));
        throttle.failed("max");
        assertThat(throttle.delay("max")).isZero();
    }

    @Test
    void aFloodOfNamesTakesBoundedRoom() {
        for (int i = 0; i < LoginThrottle.KEYS_MAX + 500; i++) {
            throttle.failed("name" + i);
        }
        assertThat(throttle.size()).isEqualTo(LoginThrottle.KEYS_MAX);
    }
}
