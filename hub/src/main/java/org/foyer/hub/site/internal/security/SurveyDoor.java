package org.foyer.hub.site.internal.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import org.foyer.hub.site.internal.server.RunningNode;

/** What stands before the public page of a survey: tickets against sending twice, limits against flooding. */
@ApplicationScoped
public class SurveyDoor {

    private final FormTickets tickets;
    private final AnswerThrottle throttle;

    @Inject
    public SurveyDoor(RunningNode node) {
        Clock clock = node.get().settings().clock();
        SecureRandom random = new SecureRandom();
        this.tickets = new FormTickets(clock, random);
        this.throttle = new AnswerThrottle(clock, random);
    }

    public FormTickets tickets() {
        return tickets;
    }

    public AnswerThrottle throttle() {
        return throttle;
    }
}
