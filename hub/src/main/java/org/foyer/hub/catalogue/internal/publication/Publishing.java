package org.foyer.hub.catalogue.internal.publication;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.foyer.hub.catalogue.Agendas;
import org.foyer.hub.catalogue.PublishedAgenda.Done;
import org.foyer.hub.catalogue.Rehearsal;
import org.foyer.hub.catalogue.Rehearsal.Change;
import org.foyer.hub.fetching.Fetcher;
import org.foyer.hub.fetching.Visit;
import org.foyer.hub.model.House;
import org.foyer.hub.store.DiskFull;
import org.foyer.hub.store.HouseKeyMissing;
import org.foyer.hub.store.HouseSecrets;
import org.foyer.hub.store.Register;
import org.foyer.kit.NotFetched;
import org.foyer.kit.Place;
import org.foyer.kit.Problem;
import org.jspecify.annotations.Nullable;

/**
 * One run: compares, then sends event by event. Before an event goes out the register says so, and once the agenda answered it says what
 * is there. What a crash left between the two is looked for by our own name before anything is created.
 */
final class Publishing {

    private static final Logger LOG = Logger.getLogger(Publishing.class.getName());

    /** What proves who sends is sealed for this and nothing else. */
    static final String SECRET_OF = "agenda";

    /** By themselves, runs take away at most half of what is there, unless it is as little as this. */
    private static final int FEW = 5;

    private static final int HALF = 2;

    /** After so many failures in a row that may pass, the agenda is left alone. */
    private static final int FAILURES_MAX = 3;

    /** So that an agenda is not asked more often than ten times a second. */
    private static final Duration BETWEEN = Duration.ofMillis(100);

    private static final Set<String> MAY_PASS = Set.of("fetch-status", "fetch-no-answer", "fetch-too-slow");

    private final Register register;
    private final OutgoingShows shows;
    private final Fetcher fetcher;
    private final HouseSecrets secrets;
    private final Clock clock;
    private final Runnable afterAnswer;

    /** @param afterAnswer called when an agenda answered, before the register knows; for tests of crashes */
    Publishing(
            Register register,
            OutgoingShows shows,
            Fetcher fetcher,
            HouseSecrets secrets,
            Clock clock,
            Runnable afterAnswer) {
        this.register = register;
        this.shows = shows;
        this.fetcher = fetcher;
        this.secrets = secrets;
        this.clock = clock;
        this.afterAnswer = afterAnswer;
    }

    Rehearsal rehearse(AgendaRow row, AgendaKind kind, House house) {
        return plan(row, kind, order(row, house), false).rehearsal();
    }

    private AgendaOrder order(AgendaRow row, House house) {
        return row.order(house, LocalDate.ofInstant(clock.instant(), house.zone()));
    }

    private ThingRegister things(AgendaRow row) {
        return new ThingRegister(register, row.house(), row.target());
    }

    private Plan plan(AgendaRow row, AgendaKind kind, AgendaOrder order, boolean again) {
        Map<String, Thing> known = things(row).all(Thing.Kind.EVENT);
        OutgoingShows.Found found = shows.of(order.house(), order.today());
        List<Prepared> prepared =
                found.shows().stream().map(show -> kind.prepare(order, show)).toList();
        return Plan.of(prepared, found.whole(), known, order.today(), again);
    }

    /**
     * Sends what differs.
     *
     * @param pressed whether a person asked for it, who saw what would be sent
     */
    AgendaEnd run(AgendaRow row, AgendaKind kind, House house, boolean pressed) {
        Instant begun = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Counts counts = new Counts();
        try {
            if (house.simulated()
                    && !row.takenBack()
                    && !fetcher.isAllowedHere(URI.create(row.agenda().address()))) {
                return AgendaEnd.failed(row, begun, stops("agenda-simulated"), null, Done.NOTHING);
            }
            AgendaOrder order = order(row, house);
            Plan plan =
                    row.takenBack() ? Plan.nothing(things(row).all(Thing.Kind.EVENT)) : plan(row, kind, order, pressed);
            long leaving = plan.count(Change.WITHDRAW);
            if (!pressed
                    && !row.takenBack()
                    && leaving > FEW
                    && leaving * HALF > row.agenda().there()) {
                return AgendaEnd.held(
                        row,
                        begun,
                        stops(
                                "agenda-held",
                                Long.toString(leaving),
                                Long.toString(row.agenda().there())));
            }
            counts.refused = (int) (plan.count(Change.LACKING) + plan.count(Change.REFUSED));
            send(row, kind, order, plan.toSend(), counts);
            return AgendaEnd.of(row, begun, counts.done());
        } catch (NotFetched told) {
            return AgendaEnd.failed(row, begun, told.problem(), told.after(), counts.done());
        } catch (DiskFull | HouseKeyMissing known) {
            String code = known instanceof DiskFull ? DiskFull.CODE : HouseKeyMissing.CODE;
            return AgendaEnd.failed(row, begun, stops(code), null, counts.done());
        } catch (IOException | RuntimeException failed) {
            // neither its words nor those of its cause: an address or a secret may stand in them
            LOG.log(
                    Level.WARNING,
                    "Publishing broke off: {0}",
                    failed.getClass().getName());
            return AgendaEnd.failed(row, begun, stops("agenda-broke-off"), null, counts.done());
        }
    }

    private static final class Counts {
        int created;
        int changed;
        int withdrawn;
        int refused;
        int waiting;

        Done done() {
            return new Done(created, changed, withdrawn, refused, waiting);
        }
    }

    private void send(AgendaRow row, AgendaKind kind, AgendaOrder order, List<Plan.Item> items, Counts counts)
            throws IOException {
        counts.waiting = items.size();
        if (items.isEmpty()) {
            return;
        }
        ThingRegister things = things(row);
        Set<String> hosts = Stream.concat(Stream.of(order.address()), kind.further(order.settings()).stream())
                .map(URI::getHost)
                .collect(Collectors.toSet());
        String secret = secrets.open(row.house(), SECRET_OF, row.secret());
        One one = new One(
                things,
                kind.open(order, secret, fetcher.sending(new Visit(hosts, BETWEEN))),
                things.mark(),
                things.all(Thing.Kind.PLACE),
                things.all(Thing.Kind.PICTURE),
                counts);
        int failures = 0;
        NotFetched last = null;
        for (Plan.Item item : items.subList(0, Math.min(items.size(), Agendas.CHANGES_MAX))) {
            try {
                one.send(item);
                counts.waiting--;
                failures = 0;
            } catch (NotFetched told) {
                last = told;
                if (!MAY_PASS.contains(told.problem().code()) || ++failures >= FAILURES_MAX) {
                    throw told;
                }
            }
        }
        if (last != null) {
            throw last;
        }
    }

    /** One event after the other through one door. */
    private final class One {

        private final ThingRegister things;
        private final AgendaDoor door;
        private final String mark;
        private final Map<String, Thing> places;
        private final Map<String, Thing> pictures;
        private final Counts counts;

        One(
                ThingRegister things,
                AgendaDoor door,
                String mark,
                Map<String, Thing> places,
                Map<String, Thing> pictures,
                Counts counts) {
            this.things = things;
            this.door = door;
            this.mark = mark;
            this.places = places;
            this.pictures = pictures;
            this.counts = counts;
        }

        private String own(String thing, int generation) {
            return mark + "-" + thing + "-" + generation;
        }

        void send(Plan.Item item) throws IOException {
            if (item.change() == Change.WITHDRAW) {
                withdraw(Objects.requireNonNull(item.known()));
            } else {
                put(item, Objects.requireNonNull(item.prepared()));
            }
        }

        private void withdraw(Thing known) throws IOException {
            try {
                door.delete(own(known.thing(), known.generation()));
                afterAnswer.run();
                things.gone(known.thing());
                counts.withdrawn++;
            } catch (EventRefused refused) {
                things.refused(known.thing(), null, refused.problem());
                counts.refused++;
            }
        }

        private void put(Plan.Item item, Prepared prepared) throws IOException {
            String thing = item.thing();
            String digest = prepared.digest();
            Thing known = item.known();
            String own = own(thing, known == null ? 0 : known.generation());
            String remembered = digest;
            try {
                if (known != null && known.isUncertain() && isThereAlready(known, own, digest)) {
                    counts.created++;
                    return;
                }
                things.sending(
                        Thing.Kind.EVENT,
                        thing,
                        prepared.show().title(),
                        prepared.show().last(),
                        digest);
                remembered = null; // a place that is not found today may be made there tomorrow
                Prepared.Place venue = prepared.place();
                String place = venue == null ? null : place(venue);
                remembered = digest;
                Shown shown = shown(own, prepared);
                String arrived = digest;
                if (shown.problem() != null) {
                    arrived = prepared.digestWithoutPicture();
                    things.sending(
                            Thing.Kind.EVENT,
                            thing,
                            prepared.show().title(),
                            prepared.show().last(),
                            arrived);
                }
                AgendaDoor.Remote remote = door.put(own, shown.event(), place);
                afterAnswer.run();
                things.arrived(Thing.Kind.EVENT, thing, arrived, remote, clock.instant());
                if (shown.problem() != null) {
                    things.refused(thing, digest, shown.problem());
                    counts.refused++;
                }
                if (item.change() == Change.CREATE) {
                    counts.created++;
                } else {
                    counts.changed++;
                }
            } catch (EventRefused refused) {
                things.refused(thing, remembered, refused.problem());
                counts.refused++;
            }
        }

        /** Looks for what may have arrived before a crash; nothing is sent when it did, as it is here. */
        private boolean isThereAlready(Thing known, String own, String digest) throws IOException {
            AgendaDoor.Remote found = door.find(own).orElse(null);
            if (found == null) {
                return false;
            }
            if (digest.equals(known.pending())) {
                things.arrived(Thing.Kind.EVENT, known.thing(), digest, found, clock.instant());
                return true;
            }
            things.found(known.thing(), found);
            return false;
        }

        /** The event as it goes out, and why it goes without its picture. */
        private record Shown(ObjectNode event, @Nullable Problem problem) {}

        /** A picture that cannot be had, or is not taken, keeps no event back; it is tried again as what was refused is. */
        private Shown shown(String own, Prepared prepared) throws IOException {
            Prepared.Picture picture = prepared.picture();
            PictureDoor pictureDoor = door.pictures().orElse(null);
            if (picture == null || pictureDoor == null) {
                return new Shown(prepared.body(), null);
            }
            try {
                return new Shown(
                        pictureDoor.with(prepared.body(), picture, picture(own, pictureDoor, prepared, picture)), null);
            } catch (EventRefused refused) {
                return new Shown(prepared.body(), refused.problem());
            }
        }

        /** Its name there; what a crash left uncertain is looked for in the event before it is given again. */
        private String picture(String own, PictureDoor pictureDoor, Prepared prepared, Prepared.Picture picture)
                throws IOException {
            String address = picture.address().toString();
            String digest = picture.digest();
            Thing known = pictures.get(address);
            if (known != null && known.remote() != null && digest.equals(known.digest())) {
                return known.remote();
            }
            String name = known != null && digest.equals(known.pending())
                    ? pictureDoor.find(own, picture).orElse(null)
                    : null;
            if (name == null) {
                PictureFile file = file(picture.address());
                things.sending(
                        Thing.Kind.PICTURE,
                        address,
                        prepared.show().title(),
                        prepared.show().last(),
                        digest);
                name = pictureDoor.upload(picture, file);
                afterAnswer.run();
            }
            Instant now = clock.instant();
            things.arrived(Thing.Kind.PICTURE, address, digest, new AgendaDoor.Remote(name, null), now);
            pictures.put(
                    address,
                    new Thing(address, 0, prepared.show().title(), null, null, digest, name, null, null, null, now));
            return name;
        }

        private PictureFile file(URI address) throws IOException {
            try {
                Visit visit = new Visit(Set.of(String.valueOf(address.getHost())), BETWEEN);
                return PictureFile.of(fetcher.visit(visit), address);
            } catch (NotFetched told) {
                throw new EventRefused(
                        told.problem().code(), told.problem().arguments().toArray(String[]::new));
            }
        }

        private String place(Prepared.Place place) throws IOException {
            Thing known = places.get(place.thing());
            String digest = place.digest();
            if (known != null && known.remote() != null && digest.equals(known.digest())) {
                return known.remote();
            }
            things.sending(Thing.Kind.PLACE, place.thing(), place.name(), null, digest);
            AgendaDoor.Remote remote = new AgendaDoor.Remote(door.place(mark + "-place-" + place.thing(), place), null);
            Instant now = clock.instant();
            things.arrived(Thing.Kind.PLACE, place.thing(), digest, remote, now);
            places.put(
                    place.thing(),
                    new Thing(place.thing(), 0, place.name(), null, null, digest, remote.id(), null, null, null, now));
            return remote.id();
        }
    }

    private static Problem stops(String code, String... arguments) {
        return Problem.stops(code, Place.of(""), arguments);
    }
}
