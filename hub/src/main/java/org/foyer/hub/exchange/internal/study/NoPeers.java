package org.foyer.hub.exchange.internal.study;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.foyer.hub.exchange.NodeStudies;
import org.foyer.hub.exchange.Participant;

/** Nobody else. */
public final class NoPeers implements NodeStudies.Peers {

    @Override
    public List<Participant> all() {
        return List.of();
    }

    @Override
    public String sealed(String to, String step, String json) {
        throw new IllegalStateException("nobody to write to");
    }

    @Override
    public Optional<String> opened(String from, String step, String json) {
        return Optional.empty();
    }

    @Override
    public Optional<String> call(Participant node, String step, String json) throws IOException {
        throw new IOException("nobody there");
    }
}
