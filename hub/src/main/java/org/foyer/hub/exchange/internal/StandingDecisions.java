package org.foyer.hub.exchange.internal;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.foyer.hub.exchange.Agreement;
import org.foyer.hub.exchange.Conversation;
import org.foyer.hub.exchange.Decisions;
import org.foyer.hub.exchange.Identity;
import org.foyer.hub.exchange.Kind;
import org.foyer.hub.exchange.Message;
import org.foyer.hub.exchange.Offering;
import org.foyer.hub.exchange.SharedDataset;
import org.foyer.hub.exchange.Side;
import org.foyer.hub.exchange.State;
import org.foyer.hub.exchange.Step;
import org.foyer.hub.store.Register;

/**
 * What follows from what people said before: who takes the terms of a house as they are is agreed with, if the house wants that; what was
 * agreed is confirmed; what is agreed is handed over. Everything else waits for a person.
 */
public final class StandingDecisions implements Decisions {

    private final Register register;
    private final Identity identity;
    private final Offering offering;
    private final Clock clock;

    public StandingDecisions(Register register, Identity identity, Offering offering, Clock clock) {
        this.register = register;
        this.identity = identity;
        this.offering = offering;
        this.clock = clock;
    }

    @Override
    public Optional<Step> next(Conversation conversation) {
        if (conversation.kind() == Kind.TRANSFER) {
            return handing(conversation);
        }
        return conversation.side() == Side.PROVIDER ? offering(conversation) : asking(conversation);
    }

    private Optional<SharedDataset> dataset(Conversation conversation) {
        return identity.find(conversation.participant())
                .flatMap(participant -> offering.find(participant, conversation.dataset()));
    }

    private Optional<Step> offering(Conversation conversation) {
        boolean waits = conversation.state() == State.REQUESTED
                || conversation.state() == State.ACCEPTED
                || conversation.state() == State.VERIFIED;
        if (!waits) {
            return Optional.empty();
        }
        Optional<SharedDataset> dataset = dataset(conversation);
        if (dataset.isEmpty()) {
            return Optional.of(Step.end(Kind.NEGOTIATION, "the data set is offered no longer"));
        }
        List<String> against = against(conversation, dataset.get());
        if (!against.isEmpty()) {
            return Optional.of(Step.end(Kind.NEGOTIATION, String.join("; ", against)));
        }
        return switch (conversation.state()) {
            case REQUESTED ->
                dataset.get().automatic()
                                && Terms.same(
                                        Json.own(conversation.offer()),
                                        Json.own(dataset.get().terms()))
                        ? Optional.of(Step.of(Message.AGREEMENT))
                        : Optional.empty();
            case ACCEPTED -> Optional.of(Step.of(Message.AGREEMENT)); // only our own offer can be accepted
            default -> Optional.of(Step.of(Message.FINALIZATION));
        };
    }

    /** What would not be handed over is not agreed about either; only the first day may lie ahead. */
    private List<String> against(Conversation conversation, SharedDataset dataset) {
        return PolicyJudge.against(
                Json.own(dataset.terms()),
                new PolicyJudge.Use(conversation.participant(), null, clock.instant(), 0, 1, 0, false));
    }

    /** That the agreement says what was offered was seen when it came. */
    private static Optional<Step> asking(Conversation conversation) {
        return conversation.state() == State.AGREED ? Optional.of(Step.of(Message.VERIFICATION)) : Optional.empty();
    }

    private Optional<Step> handing(Conversation conversation) {
        if (conversation.side() != Side.PROVIDER || conversation.state().isFinal()) {
            return Optional.empty();
        }
        Optional<Agreement> agreement = register.read(handle ->
                AgreementRegister.find(handle, conversation.agreement() == null ? "" : conversation.agreement()));
        boolean holds = agreement.filter(found -> found.holds(clock.instant())).isPresent()
                && dataset(conversation).isPresent();
        if (!holds) {
            return Optional.of(Step.end(Kind.TRANSFER, "the agreement counts no longer"));
        }
        return conversation.state() == State.REQUESTED ? Optional.of(Step.of(Message.START)) : Optional.empty();
    }
}
