package org.foyer.hub.governance.internal.networks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.foyer.hub.governance.Network;
import org.foyer.hub.governance.Network.Threshold;
import org.foyer.hub.governance.NetworkAbroad;
import org.foyer.hub.governance.NetworkForm;
import org.foyer.hub.governance.NetworkForm.Organ;
import org.foyer.hub.governance.Networks;
import org.foyer.hub.governance.Networks.Fault;
import org.foyer.hub.governance.Proposal.Kind;
import org.foyer.hub.governance.Proposal.Matter;
import org.foyer.hub.governance.internal.agreements.AgreementTables;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What is wrong with what somebody wishes for a network, all at once. */
final class NetworkFaults {

    /** Names of purposes, indicators and organs. */
    private static final String NAME = "[a-z0-9]+(-[a-z0-9]+)*";

    private static final int NAME_MAX = 60;

    private NetworkFaults() {}

    static List<Fault> of(Networks.Founding wish, List<NetworkForm> forms) {
        List<Fault> faults = new ArrayList<>();
        text(faults, "name", wish.name(), Networks.NAME_CHARACTERS_MAX);
        text(faults, "aim", wish.aim(), Networks.TEXT_CHARACTERS_MAX);
        Optional<NetworkForm> form =
                forms.stream().filter(one -> one.id().equals(wish.form())).findFirst();
        if (form.isEmpty()) {
            faults.add(new Fault("form", "network-form-unknown"));
        } else {
            college(faults, form.get(), wish.college());
        }
        return faults;
    }

    static void college(List<Fault> faults, NetworkForm form, @Nullable String college) {
        if (form.colleges().isEmpty() ? college != null : form.college(college).isEmpty()) {
            faults.add(new Fault("college", "network-college"));
        }
    }

    static void text(List<Fault> faults, String field, @Nullable String text, int max) {
        if (text == null
                || text.isBlank()
                || text.length() > max
                || text.chars().anyMatch(one -> Character.isISOControl(one) && one != '\n' && one != '\r')) {
            faults.add(new Fault(field, "network-text", Integer.toString(max)));
        }
    }

    static List<Fault> of(Networks.Wish wish, Network network, NetworkTables tables) {
        List<Fault> faults = new ArrayList<>();
        text(faults, "title", wish.title(), Networks.NAME_CHARACTERS_MAX);
        text(faults, "reason", wish.reason(), Networks.TEXT_CHARACTERS_MAX);
        Integer days = wish.days();
        if (days != null && (days < 1 || days > Networks.DAYS_MAX)) {
            faults.add(new Fault("days", "proposal-days", Integer.toString(Networks.DAYS_MAX)));
        }
        Kind kind = wish.kind();
        Matter matter = wish.matter();
        boolean comesIn = kind == Kind.MEMBER && (matter == null || !Boolean.TRUE.equals(matter.vacate()));
        if (kind == null || comesIn || matter == null) { // a member comes in by saying yes to an invitation
            faults.add(new Fault("kind", "proposal-kind"));
            return faults;
        }
        switch (kind) {
            case SEAT -> seat(faults, matter, network, tables);
            case PURPOSE -> purpose(faults, matter);
            case DEFINITION -> definition(faults, matter);
            case THRESHOLD -> threshold(faults, matter);
            case AGREEMENT -> agreement(faults, matter, network, tables.handle());
            case MEMBER -> excluded(faults, matter, network);
        }
        return faults;
    }

    /** A vote ends the membership of a house of another node, whose word cannot be asked for here. */
    private static void excluded(List<Fault> faults, Matter matter, Network network) {
        if (guest(network, matter).isEmpty()) {
            faults.add(new Fault("matter.house", "seat-house"));
        }
    }

    private static void seat(List<Fault> faults, Matter matter, Network network, NetworkTables tables) {
        Optional<Organ> organ = network.form().organ(matter.organ()).filter(Organ::elected);
        Optional<List<String>> member = seats(network, matter);
        if (organ.isEmpty()) {
            faults.add(new Fault("matter.organ", "seat-organ"));
        }
        if (member.isEmpty()) {
            faults.add(new Fault("matter.house", "seat-house"));
        }
        if (organ.isEmpty() || member.isEmpty()) {
            return;
        }
        boolean sits = member.get().contains(organ.get().id());
        boolean vacate = Boolean.TRUE.equals(matter.vacate());
        if (sits != vacate) {
            faults.add(new Fault("matter.vacate", vacate ? "seat-empty" : "seat-taken"));
        } else if (!vacate
                && tables.seats(network.id(), organ.get().id()) + asked(network, tables, organ.get())
                        >= organ.get().seatsMax()) {
            faults.add(new Fault(
                    "matter.organ", "seats-full", Integer.toString(organ.get().seatsMax())));
        }
    }

    /** Organs in which a member sits, of whichever node it is; empty for who is no member. */
    private static Optional<List<String>> seats(Network network, Matter matter) {
        return matter.node() == null
                ? network.members().stream()
                        .filter(one -> one.slug().equals(matter.house()))
                        .map(Network.Member::seats)
                        .findFirst()
                : guest(network, matter).map(Network.Guest::seats);
    }

    private static Optional<Network.Guest> guest(Network network, Matter matter) {
        return network.guests().stream()
                .filter(one -> one.state() == NetworkAbroad.State.MEMBER
                        && one.node().equals(matter.node())
                        && one.slug().equals(matter.house()))
                .findFirst();
    }

    /** Seats that open proposals would give. */
    private static long asked(Network network, NetworkTables tables, Organ organ) {
        return new ProposalTables(tables.handle())
                .of(network.id()).stream()
                        .filter(one -> one.outcome() == null && one.kind() == Kind.SEAT)
                        .filter(one -> organ.id().equals(one.matter().organ()))
                        .filter(one -> !Boolean.TRUE.equals(one.matter().vacate()))
                        .count();
    }

    private static void purpose(List<Fault> faults, Matter matter) {
        if (!isName(matter.subject())) {
            faults.add(new Fault("matter.subject", "proposal-subject"));
        }
        text(faults, "matter.value", matter.value(), Networks.NAME_CHARACTERS_MAX);
    }

    private static void definition(List<Fault> faults, Matter matter) {
        if (!isName(matter.subject()) || number(matter.value()) < 1) {
            faults.add(new Fault("matter.subject", "proposal-definition"));
        }
    }

    /** Never below the floor, which is no matter of votes. */
    private static void threshold(List<Fault> faults, Matter matter) {
        for (Threshold threshold : Threshold.values()) {
            if (threshold.key().equals(matter.subject())) {
                if (number(matter.value()) < threshold.floor() || number(matter.value()) > Networks.MEMBERS_MAX) {
                    faults.add(new Fault(
                            "matter.value",
                            "threshold-below-floor",
                            Integer.toString(threshold.floor()),
                            Integer.toString(Networks.MEMBERS_MAX)));
                }
                return;
            }
        }
        faults.add(new Fault("matter.subject", "threshold-unknown"));
    }

    private static void agreement(List<Fault> faults, Matter matter, Network network, Handle handle) {
        Long id = matter.agreement();
        Integer version = matter.version();
        if (id == null || version == null || !new AgreementTables(handle).isDraftOf(network.id(), id, version)) {
            faults.add(new Fault("matter.agreement", "proposal-agreement"));
        }
    }

    private static boolean isName(@Nullable String text) {
        return text != null && text.length() <= NAME_MAX && text.matches(NAME);
    }

    /** −1 for what is no number of a few digits. */
    private static int number(@Nullable String text) {
        return text != null && text.matches("\\d{1,6}") ? Integer.parseInt(text) : -1;
    }
}
