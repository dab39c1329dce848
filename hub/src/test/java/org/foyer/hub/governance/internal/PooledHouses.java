package org.foyer.hub.governance.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.foyer.hub.MovingClock;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Agreement;
import org.foyer.hub.governance.Agreements;
import org.foyer.hub.governance.Ballot.Choice;
import org.foyer.hub.governance.Networks;
import org.foyer.hub.governance.Networks.Done;
import org.foyer.hub.governance.Networks.Founding;
import org.foyer.hub.governance.Networks.Wish;
import org.foyer.hub.governance.Pooling;
import org.foyer.hub.governance.Proposal.Kind;
import org.foyer.hub.governance.Proposal.Matter;
import org.foyer.hub.model.House;
import org.foyer.hub.store.Archive;
import org.foyer.hub.store.HouseKeys;
import org.foyer.hub.store.HouseSecrets;
import org.foyer.hub.store.Register;

/** Houses that decide together, for tests. Now is 2 March 2026, 10:00 UTC. */
final class PooledHouses {

    static final Actor LEA = new Actor("lea", false, Map.of(), false);
    static final Actor TOM = new Actor("tom", false, Map.of(), false);
    static final Duration DAY = Duration.ofDays(1);

    final MovingClock clock = new MovingClock();
    final Register register;
    final RegisterAudit audit;
    final RegisterHouses houses;
    final Networks networks;
    final Agreements agreements;
    final HouseSecrets secrets;
    final List<House> all = new ArrayList<>();

    PooledHouses(Register register, Path folder, int number) {
        this.register = register;
        this.houses = new RegisterHouses(register, clock, new SecureRandom());
        this.audit = new RegisterAudit(register, clock, new AuditEnd(folder.resolve("audit.end")));
        this.secrets = new HouseSecrets(new Archive(folder.resolve("archive"), new HouseKeys(folder.resolve("keys"))));
        Pooling pooling = Pooling.over(register, clock, audit, secrets);
        this.networks = pooling.networks();
        this.agreements = pooling.agreements();
        for (int i = 0; i < number; i++) {
            all.add(houses.add(Sample.house("house-" + i)));
        }
    }

    House house(int number) {
        return all.get(number);
    }

    /** A co-operative of the first so many houses, founded and joined by the rules. */
    String cooperative(int members) {
        String slug = String.valueOf(networks.found(
                        house(0), new Founding("Scènes d’Ouest", "Comparer nos chiffres", "co-operative", null), LEA)
                .network());
        for (int i = 1; i < members; i++) {
            networks.invite(house(0), slug, house(i).slug(), null, LEA);
            long proposal = id(networks.join(house(i), slug, LEA));
            for (int voter = 0; voter < i; voter++) {
                networks.vote(house(voter), slug, proposal, Choice.YES, LEA);
            }
            networks.close(house(0), slug, proposal, LEA);
        }
        return slug;
    }

    long propose(String slug, int by, Kind kind, Matter matter) {
        return id(networks.propose(house(by), slug, new Wish(kind, "Titre", "Parce que", matter, 7), LEA));
    }

    /** Everybody who may says yes, and the proposal is closed. */
    void adopt(String slug, long proposal) {
        all.forEach(house -> networks.vote(house, slug, proposal, Choice.YES, LEA));
        networks.close(house(0), slug, proposal, LEA);
    }

    static long id(Done done) {
        if (done.proposal() == null) {
            throw new AssertionError(done.faults().toString());
        }
        return done.proposal();
    }

    /** Signs the first version of an agreement for a house, by the digest of what it reads. */
    void sign(long agreement, int house) {
        assertThat(agreements
                        .sign(house(house), agreement, 1, version(agreement).hash(), LEA)
                        .faults())
                .isEmpty();
    }

    /** The first version of an agreement, as the first house sees it. */
    Agreement.Version version(long agreement) {
        return agreements
                .agreement(house(0).id(), agreement)
                .orElseThrow()
                .versions()
                .get(0);
    }
}
