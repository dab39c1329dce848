package org.foyer.hub.exchange.internal;

import static org.foyer.hub.exchange.Message.*;
import static org.foyer.hub.exchange.Side.CONSUMER;
import static org.foyer.hub.exchange.Side.PROVIDER;
import static org.foyer.hub.exchange.State.*;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.foyer.hub.exchange.Message;
import org.foyer.hub.exchange.Side;
import org.foyer.hub.exchange.State;

/** Which message moves what from where to where: the two state machines of the Dataspace Protocol 2025-1 as one table. */
public final class Transitions {

    /** One line. */
    public record Line(Message message, Side sender, State from, State to) {}

    public static final List<Line> TABLE = Stream.of(
                    lines(REQUEST, CONSUMER, REQUESTED, INITIAL, OFFERED),
                    lines(OFFER, PROVIDER, OFFERED, INITIAL, REQUESTED),
                    lines(ACCEPTANCE, CONSUMER, ACCEPTED, OFFERED),
                    lines(AGREEMENT, PROVIDER, AGREED, REQUESTED, ACCEPTED),
                    lines(VERIFICATION, CONSUMER, VERIFIED, AGREED),
                    lines(FINALIZATION, PROVIDER, FINALIZED, VERIFIED),
                    lines(END_OF_NEGOTIATION, CONSUMER, TERMINATED, REQUESTED, OFFERED, ACCEPTED, AGREED, VERIFIED),
                    lines(END_OF_NEGOTIATION, PROVIDER, TERMINATED, REQUESTED, OFFERED, ACCEPTED, AGREED, VERIFIED),
                    lines(TRANSFER_REQUEST, CONSUMER, REQUESTED, INITIAL),
                    lines(START, PROVIDER, STARTED, REQUESTED, SUSPENDED),
                    lines(START, CONSUMER, STARTED, SUSPENDED),
                    lines(SUSPENSION, CONSUMER, SUSPENDED, STARTED),
                    lines(SUSPENSION, PROVIDER, SUSPENDED, STARTED),
                    lines(COMPLETION, CONSUMER, COMPLETED, STARTED),
                    lines(COMPLETION, PROVIDER, COMPLETED, STARTED),
                    lines(END_OF_TRANSFER, CONSUMER, TERMINATED, REQUESTED, STARTED, SUSPENDED),
                    lines(END_OF_TRANSFER, PROVIDER, TERMINATED, REQUESTED, STARTED, SUSPENDED))
            .flatMap(List::stream)
            .toList();

    private Transitions() {}

    private static List<Line> lines(Message message, Side sender, State to, State... from) {
        return Stream.of(from)
                .map(state -> new Line(message, sender, state, to))
                .toList();
    }

    /** Where a message leads; nowhere when it is not allowed. */
    public static Optional<State> next(Message message, Side sender, State from) {
        return TABLE.stream()
                .filter(line -> line.message == message && line.sender == sender && line.from == from)
                .map(Line::to)
                .findFirst();
    }
}
