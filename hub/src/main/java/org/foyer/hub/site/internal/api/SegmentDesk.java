package org.foyer.hub.site.internal.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Consents;
import org.foyer.hub.governance.ContactGate;
import org.foyer.hub.governance.ContactGate.ContactList;
import org.foyer.hub.insight.RfmGrid;
import org.foyer.hub.insight.SavedSegment;
import org.foyer.hub.insight.SavedSegments;
import org.foyer.hub.insight.SegmentBudget;
import org.foyer.hub.insight.SegmentCondition;
import org.foyer.hub.insight.SegmentDefinition;
import org.foyer.hub.insight.SegmentFault;
import org.foyer.hub.insight.SegmentOverlap;
import org.foyer.hub.insight.SegmentSize;
import org.foyer.hub.insight.Segments;
import org.foyer.hub.model.House;
import org.foyer.hub.site.internal.security.Refused;
import org.foyer.kit.Place;
import org.foyer.kit.Problem;
import org.jspecify.annotations.Nullable;

/** What the page, the API and the command do with segments. */
public final class SegmentDesk {

    private final Segments segments;
    private final SavedSegments saved;
    private final House house;
    private final LocalDate today;

    public SegmentDesk(Segments segments, SavedSegments saved, House house, LocalDate today) {
        this.segments = segments;
        this.saved = saved;
        this.house = house;
        this.today = today;
    }

    /**
     * A kept segment with its size today.
     *
     * @param slug short name in addresses
     * @param query as the page and the API take it
     * @param shipped whether Foyer brings it; it cannot be changed
     * @param people rounded to five, null for fewer than five
     */
    public record Listed(
            String slug,
            String name,
            SegmentDefinition query,
            boolean shipped,
            int version,
            @Nullable String changedBy,
            @Nullable Instant changedAt,
            @Nullable Long people) {}

    /**
     * What is to be kept.
     *
     * @param query as it stands in an address
     */
    public record Naming(@Nullable String name, @Nullable String query) {}

    /**
     * Which contacts are asked for.
     *
     * @param segment short name of a kept segment, or null
     * @param query where no segment is named
     * @param purpose of contact: {@code programme}, {@code partners} or {@code surveys}
     * @param channel of contact: {@code email}, {@code post}, {@code telephone} or {@code sms}
     */
    public record ContactWish(
            @Nullable String segment,
            @Nullable String query,
            @Nullable String purpose,
            @Nullable String channel) {}

    /** Those shipped first, then the house's own by name, at most {@value SavedSegments#SEGMENTS_MAX}. */
    public List<Listed> all() {
        List<SavedSegment> kept = saved.all(house.id());
        List<@Nullable Long> people = segments.sizes(
                house.id(), kept.stream().map(SavedSegment::query).toList(), today);
        List<Listed> listed = new ArrayList<>();
        for (int at = 0; at < kept.size(); at++) {
            listed.add(listed(kept.get(at), people.get(at)));
        }
        return listed;
    }

    private static Listed listed(SavedSegment segment, @Nullable Long people) {
        return new Listed(
                segment.slug(),
                segment.name(),
                segment.query(),
                segment.shipped(),
                segment.version(),
                segment.changedBy(),
                segment.changedAt(),
                people);
    }

    /** @throws Refused 422 {@code segment-refused}, 429 {@code segment-questions-spent} */
    public SegmentSize size(String query, LocalDate day) {
        return size(definition(query), day);
    }

    /** @throws Refused 429 {@code segment-questions-spent} */
    public SegmentSize size(SegmentDefinition definition, LocalDate day) {
        ask(definition, day);
        return segments.size(house.id(), definition, day, today);
    }

    /** What is kept was asked for when it was kept, and how many buyers there are in all is no secret. */
    private void ask(SegmentDefinition definition, LocalDate day) {
        boolean free = day.equals(today)
                && (definition.equals(SegmentDefinition.EVERYBODY)
                        || saved.all(house.id()).stream()
                                .anyMatch(kept -> kept.query().equals(definition)));
        if (!free) {
            spend(definition, day);
        }
    }

    private void spend(SegmentDefinition definition, LocalDate day) {
        try {
            segments.ask(house.id(), definition, day, today);
        } catch (SegmentBudget.Spent spent) {
            throw refused(spent);
        }
    }

    private static Refused refused(SegmentBudget.Spent spent) {
        return new Refused(
                429,
                "segment-questions-spent",
                Integer.toString(spent.questions()),
                spent.again().toString());
    }

    /** The segments with these short names, or the house's own first, then those shipped. @throws Refused 429 {@code segment-questions-spent} */
    public SegmentOverlap overlap(List<String> slugs) {
        List<SavedSegment> kept = saved.all(house.id());
        List<SegmentDefinition> asked = new ArrayList<>();
        if (slugs.isEmpty()) {
            kept.stream().filter(segment -> !segment.shipped()).forEach(segment -> asked.add(segment.query()));
            kept.stream().filter(SavedSegment::shipped).forEach(segment -> asked.add(segment.query()));
        }
        slugs.forEach(slug -> asked.add(find(slug).query()));
        if (slugs.size() <= SegmentOverlap.SEGMENTS_MAX) {
            askPairs(asked);
        }
        if (slugs.size() > SegmentOverlap.SEGMENTS_MAX) {
            throw new Refused(422, "segments-at-once", Integer.toString(SegmentOverlap.SEGMENTS_MAX));
        }
        return segments.overlap(house.id(), asked, today);
    }

    public RfmGrid rfm(boolean fixed) {
        return segments.rfm(house.id(), fixed, today);
    }

    /** @throws Refused 404 {@code segment-unknown} */
    public SavedSegment find(String slug) {
        return saved.find(house.id(), slug).orElseThrow(() -> new Refused(404, "segment-unknown"));
    }

    /** What cannot be read is refused with everything else that is wrong. */
    private void askIfRead(@Nullable String query) {
        SegmentDefinition.Read read = SegmentDefinition.read(text(query));
        if (query != null && read.faults().isEmpty()) {
            ask(read.definition(), today);
        }
    }

    /** Of segments that are named side by side each two cost a question, since all of those kept could be crossed otherwise. */
    private void askPairs(List<SegmentDefinition> beside) {
        for (int one = 0; one < beside.size(); one++) {
            for (int other = one + 1; other < beside.size(); other++) {
                List<SegmentCondition> both = new ArrayList<>(beside.get(one).conditions());
                both.addAll(beside.get(other).conditions());
                spend(new SegmentDefinition(both), today);
            }
        }
    }

    /** @throws Refused 422 {@code segment-refused}, 429 {@code segment-questions-spent} */
    public Listed add(Naming naming, Actor actor) {
        askIfRead(naming.query());
        return kept(saved.add(house.id(), text(naming.name()), text(naming.query()), actor));
    }

    /** What is left out stays. @throws Refused 404 {@code segment-unknown} or 422 {@code segment-refused} */
    public Listed change(String slug, Naming naming, Actor actor) {
        SavedSegment before = find(slug);
        askIfRead(naming.query());
        return kept(saved.change(
                        house.id(),
                        slug,
                        naming.name() == null ? before.name() : naming.name(),
                        naming.query() == null ? before.query().toString() : naming.query(),
                        actor)
                .orElseThrow(() -> new Refused(422, "segment-shipped")));
    }

    private Listed kept(SavedSegments.Outcome outcome) {
        SavedSegment kept = outcome.kept();
        if (kept == null) {
            throw refused(outcome.faults());
        }
        return listed(
                kept, segments.sizes(house.id(), List.of(kept.query()), today).get(0));
    }

    /** @throws Refused 404 {@code segment-unknown} or 422 {@code segment-shipped} */
    public void delete(String slug, Actor actor) {
        find(slug);
        if (!saved.delete(house.id(), slug, actor)) {
            throw new Refused(422, "segment-shipped");
        }
    }

    /**
     * Through the gate of contacts.
     *
     * @param actor a steward, or whoever holds the data folder
     * @throws Refused 422 {@code segment-refused} or {@code contacts-refused}, 404 {@code segment-unknown}
     */
    public ContactList contacts(ContactWish wish, Actor actor) {
        SegmentDefinition definition = text(wish.segment()).isEmpty()
                ? definition(text(wish.query()))
                : find(text(wish.segment())).query();
        ContactGate.Answer answer = segments.contacts(
                actor,
                house,
                definition,
                new ContactGate.Wish(definition.toString(), text(wish.purpose()), text(wish.channel())));
        ContactList list = answer.list();
        if (list == null) {
            throw new Refused(
                    422,
                    "contacts-refused",
                    answer.faults().stream().map(SegmentDesk::problem).toList());
        }
        return list;
    }

    private static Problem problem(Consents.Fault fault) {
        return problem(fault.field(), fault.code(), fault.arguments());
    }

    private static Problem problem(String field, String code, List<String> arguments) {
        return new Problem(code, Problem.Severity.STOPS_RUN, new Place("", 0, field, null), arguments);
    }

    private static SegmentDefinition definition(String query) {
        SegmentDefinition.Read read = SegmentDefinition.read(query);
        if (!read.faults().isEmpty()) {
            throw refused(read.faults());
        }
        return read.definition();
    }

    private static Refused refused(List<SegmentFault> faults) {
        return new Refused(
                422,
                "segment-refused",
                faults.stream()
                        .map(fault -> problem(fault.field(), fault.code(), fault.arguments()))
                        .toList());
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
