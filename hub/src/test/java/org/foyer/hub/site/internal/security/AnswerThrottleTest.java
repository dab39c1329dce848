package org.foyer.hub.site.internal.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import org.foyer.hub.MovingClock;
import org.foyer.hub.site.internal.security.AnswerThrottle.Limit;
import org.junit.jupiter.api.Test;

/** Limits and tickets of the public page. The clock stands at 10:00 UTC. */
class AnswerThrottleTest {

    private static final Limit LIMIT = new Limit(3, 5);

    private final MovingClock clock = new MovingClock();
    private final AnswerThrottle throttle = new AnswerThrottle(clock, new SecureRandom());
    private final FormTickets tickets = new FormTickets(clock, new SecureRandom());

    private void later(Duration time) {
        clock.advance(time);
    }

    private int taken(String who, int asked) {
        int taken = 0;
        for (int i = 0; i < asked; i++) {
            taken += throttle.take(who, LIMIT) ? 1 : 0;
        }
        return taken;
    }

    @Test
    void aThousandAnswersAreTheLimitOfTheWindowAndThenOfTheDay() {
        assertThat(taken("1 192.0.2.1", 1_000)).isEqualTo(3);
        assertThat(taken("1 192.0.2.2", 1_000)).as("another network").isEqualTo(3);
        assertThat(taken("2 192.0.2.1", 1_000)).as("another survey").isEqualTo(3);
        later(Duration.ofMinutes(10));
        assertThat(taken("1 192.0.2.1", 1_000)).isEqualTo(2);
        later(Duration.ofHours(3));
        assertThat(taken("1 192.0.2.1", 1_000)).isZero();
        later(Duration.ofHours(12));
        assertThat(taken("1 192.0.2.1", 1_000)).as("the next day").isEqualTo(3);
    }

    @Test
    void whatWasGivenBackMayBeTakenAgain() {
        assertThat(taken("1 192.0.2.1", 3)).isEqualTo(3);
        throttle.giveBack("1 192.0.2.1");
        throttle.giveBack("1 192.0.2.99");
        assertThat(taken("1 192.0.2.1", 3)).isEqualTo(1);
    }

    @Test
    void soManyAddressesAreCountedAndNoMore() {
        for (int i = 0; i < AnswerThrottle.COUNTED_MAX; i++) {
            assertThat(throttle.take("1 " + i, LIMIT)).isTrue();
        }
        assertThat(throttle.take("1 one more", LIMIT)).isFalse();
        assertThat(throttle.take("1 7", LIMIT)).isTrue();
    }

    @Test
    void oneHouseholdIsOneNetwork() {
        assertThat(AnswerThrottle.network("192.0.2.1")).isEqualTo("192.0.2.1");
        assertThat(AnswerThrottle.network("2001:db8:1:2::1"))
                .isEqualTo(AnswerThrottle.network("2001:db8:1:2:aaaa:bbbb:cccc:dddd"))
                .isNotEqualTo(AnswerThrottle.network("2001:db8:1:3::1"));
        assertThat(AnswerThrottle.network("fe80::1%eth0")).isEqualTo(AnswerThrottle.network("fe80::2"));
    }

    @Test
    void aTicketIsGoodOnceForItsFormAndForSomeHours() {
        String ticket = tickets.give(1);
        assertThat(tickets.use(ticket, 2)).isFalse();
        assertThat(tickets.use(ticket, 1)).isTrue();
        assertThat(tickets.use(ticket, 1)).isFalse();
        String late = tickets.give(1);
        later(FormTickets.LIFE);
        assertThat(tickets.use(late, 1)).isFalse();
        assertThat(tickets.use(ticket, 1)).as("used long ago").isFalse();
        assertThat(new FormTickets(clock, new SecureRandom()).use(tickets.give(1), 1))
                .as("of another start")
                .isFalse();
    }

    @Test
    void whatIsNoTicketIsRefused() {
        String ticket = tickets.give(1);
        char last = ticket.charAt(ticket.length() - 5);
        String forged = ticket.substring(0, ticket.length() - 5)
                + (last == 'A' ? 'B' : 'A')
                + ticket.substring(ticket.length() - 4);
        for (String wrong : new String[] {"", "A", "not base64!", forged, ticket + "AAAA", "A".repeat(5_000)}) {
            assertThat(tickets.use(wrong, 1)).as(wrong).isFalse();
        }
    }
}
