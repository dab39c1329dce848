package org.foyer.hub.insight.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Audit;
import org.foyer.hub.insight.SavedSegment;
import org.foyer.hub.insight.SavedSegments;
import org.foyer.hub.insight.SegmentCondition;
import org.foyer.hub.insight.SegmentDefinition;
import org.foyer.hub.insight.SegmentFault;
import org.foyer.hub.insight.SegmentKind;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.ShortName;
import org.foyer.hub.store.Register;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Segments kept in the register, and those that Foyer ships: one for each rule of recency and frequency. */
public final class RegisterSegments implements SavedSegments {

    private static final List<SavedSegment> SHIPPED = SegmentKind.RF.choices().stream()
            .map(rule -> new SavedSegment(
                    "rf-" + rule,
                    rule,
                    new SegmentDefinition(List.of(SegmentCondition.of(SegmentKind.RF, List.of(rule)))),
                    true,
                    1,
                    null,
                    null))
            .toList();

    private static final int SLUG_CHARACTERS_MAX = 40;

    /** Ends of addresses beside which the short names stand. */
    private static final List<String> RESERVED = List.of("size", "overlap", "rfm", "contacts", "choices");

    private final Register register;
    private final Clock clock;
    private final Audit audit;

    public RegisterSegments(Register register, Clock clock, Audit audit) {
        this.register = register;
        this.clock = clock;
        this.audit = audit;
    }

    @Override
    public List<SavedSegment> all(HouseId house) {
        return Stream.concat(SHIPPED.stream(), register.read(handle -> own(handle, house)).stream())
                .toList();
    }

    private static List<SavedSegment> own(Handle handle, HouseId house) {
        return handle.createQuery("select * from segment where house = :house order by lower(name), slug")
                .bind("house", house.value())
                .map((row, context) -> segment(row))
                .list();
    }

    private static SavedSegment segment(ResultSet row) throws SQLException {
        return new SavedSegment(
                row.getString("slug"),
                row.getString("name"),
                SegmentDefinition.read(row.getString("query")).definition(),
                false,
                row.getInt("version"),
                row.getString("changed_by"),
                Instant.ofEpochMilli(row.getLong("changed_at")));
    }

    @Override
    public Optional<SavedSegment> find(HouseId house, String slug) {
        return all(house).stream()
                .filter(segment -> segment.slug().equals(slug))
                .findFirst();
    }

    @Override
    public Outcome add(HouseId house, String name, String query, Actor actor) {
        SegmentDefinition.Read read = SegmentDefinition.read(query);
        List<SegmentFault> faults = faults(name, read);
        if (!faults.isEmpty()) {
            return new Outcome(faults, null);
        }
        Outcome outcome = register.write(handle -> {
            List<SavedSegment> own = own(handle, house);
            List<SegmentFault> refused = new ArrayList<>();
            if (own.size() >= SEGMENTS_MAX) {
                refused.add(new SegmentFault("name", "segments-too-many", List.of(Integer.toString(SEGMENTS_MAX))));
            }
            if (isTaken(own, name, null)) {
                refused.add(new SegmentFault("name", "segment-name-taken", List.of(name.strip())));
            }
            if (!refused.isEmpty()) {
                return new Outcome(refused, null);
            }
            SavedSegment segment =
                    new SavedSegment(slug(own, name), name.strip(), read.definition(), false, 1, actor.login(), now());
            handle.createUpdate("insert into segment (house, slug, name, query, version, changed_by, changed_at)"
                            + " values (:house, :slug, :name, :query, 1, :by, :at)")
                    .bind("house", house.value())
                    .bind("slug", segment.slug())
                    .bind("name", segment.name())
                    .bind("query", segment.query().toString())
                    .bind("by", actor.login())
                    .bind("at", now().toEpochMilli())
                    .execute();
            return new Outcome(List.of(), segment);
        });
        note(house, actor, "segment-saved", outcome);
        return outcome;
    }

    @Override
    public Optional<Outcome> change(HouseId house, String slug, String name, String query, Actor actor) {
        SegmentDefinition.Read read = SegmentDefinition.read(query);
        List<SegmentFault> faults = faults(name, read);
        Optional<Outcome> outcome = register.write(handle -> {
            List<SavedSegment> own = own(handle, house);
            Optional<SavedSegment> before =
                    own.stream().filter(segment -> segment.slug().equals(slug)).findFirst();
            if (before.isEmpty() || !faults.isEmpty()) {
                return before.map(segment -> new Outcome(faults, null));
            }
            if (isTaken(own, name, slug)) {
                return Optional.of(new Outcome(
                        List.of(new SegmentFault("name", "segment-name-taken", List.of(name.strip()))), null));
            }
            int version = before.get().version() + (before.get().query().equals(read.definition()) ? 0 : 1);
            handle.createUpdate("update segment set name = :name, query = :query, version = :version,"
                            + " changed_by = :by, changed_at = :at where house = :house and slug = :slug")
                    .bind("name", name.strip())
                    .bind("query", read.definition().toString())
                    .bind("version", version)
                    .bind("by", actor.login())
                    .bind("at", now().toEpochMilli())
                    .bind("house", house.value())
                    .bind("slug", slug)
                    .execute();
            return Optional.of(new Outcome(
                    List.of(),
                    new SavedSegment(slug, name.strip(), read.definition(), false, version, actor.login(), now())));
        });
        outcome.ifPresent(kept -> note(house, actor, "segment-changed", kept));
        return outcome;
    }

    @Override
    public boolean delete(HouseId house, String slug, Actor actor) {
        Optional<SavedSegment> deleted = register.write(handle -> {
            Optional<SavedSegment> before = own(handle, house).stream()
                    .filter(segment -> segment.slug().equals(slug))
                    .findFirst();
            handle.createUpdate("delete from segment where house = :house and slug = :slug")
                    .bind("house", house.value())
                    .bind("slug", slug)
                    .execute();
            return before;
        });
        deleted.ifPresent(segment -> note(house, actor, "segment-deleted", new Outcome(List.of(), segment)));
        return deleted.isPresent();
    }

    /** The query names nobody; the name is the house's and may, so it stays out of what is never deleted. */
    private void note(HouseId house, Actor actor, String action, Outcome outcome) {
        SavedSegment kept = outcome.kept();
        if (kept != null) {
            audit.write(actor, house, action, null, "version " + kept.version() + " " + kept.query());
        }
    }

    private Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }

    private static List<SegmentFault> faults(String name, SegmentDefinition.Read read) {
        List<SegmentFault> faults = new ArrayList<>(read.faults());
        String text = name.strip();
        if (text.isEmpty()
                || text.length() > NAME_CHARACTERS_MAX
                || text.chars().anyMatch(Character::isISOControl)) {
            faults.add(new SegmentFault("name", "segment-name", List.of(Integer.toString(NAME_CHARACTERS_MAX))));
        }
        return faults;
    }

    private static boolean isTaken(List<SavedSegment> own, String name, @Nullable String but) {
        return own.stream()
                .anyMatch(
                        segment -> !segment.slug().equals(but) && segment.name().equalsIgnoreCase(name.strip()));
    }

    private static String slug(List<SavedSegment> own, String name) {
        String plain = ShortName.of(name);
        String start = plain.isEmpty() || plain.startsWith("rf-") ? "segment-" + plain : plain;
        List<String> taken = own.stream().map(SavedSegment::slug).toList();
        return ShortName.free(
                ShortName.cut(start, SLUG_CHARACTERS_MAX), slug -> taken.contains(slug) || RESERVED.contains(slug));
    }
}
