package org.foyer.hub.intake.internal.doubles;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.foyer.hub.intake.Doubles.Announcement;
import org.foyer.hub.intake.internal.loading.Sql;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.Vocabularies;
import org.foyer.hub.model.Vocabulary;
import org.jspecify.annotations.Nullable;

/**
 * Dates that tools keep like performances, and whose titles say that something is announced: a season is presented, tickets go on
 * sale. In many houses the public comes to such an evening, so that nothing is decided here; one of which seats, a price, a
 * sale or what kind of meeting it is are told is no doubtful one. The opening of a season is most often a show, and is not meant.
 */
final class Announcements {

    /** Words of titles in small letters without accents: French, English, German, Dutch. */
    private static final List<String> WORDS = List.of(
            "(presentation|annonce|lancement|devoilement) (publique )?(de |du )?(la |notre |cette )?(nouvelle |prochaine )?saison",
            "(presentation|annonce|lancement) (de la |du )?programm(e|ation) de (la |notre )?saison",
            "ouverture (de la |de |des )(billetterie|abonnements|reservations|ventes|locations?)",
            "mise en vente",
            "season (announcement|launch|presentation|reveal)",
            "(announcement|launch|presentation) of (the |our )?(new |next )?season",
            "(tickets|bookings?|subscriptions|box office) (go on sale|on sale|now open|opens?)",
            "(spielzeit|saison)(prasentation|vorstellung)",
            "(prasentation|vorstellung) der (neuen |kommenden )?(spielzeit|saison)",
            "vorverkaufs(start|beginn)",
            "(start|beginn) des vorverkaufs",
            "seizoens(presentatie|lancering|aankondiging)",
            "(presentatie|aankondiging) (van )?(het |ons )?(nieuwe |komende )?seizoen",
            "start (van de )?(kaart|ticket|voor)verkoop");

    private static final String FOUND = """
            select f.id, f.production, p.title, f.day, f.starts_local, p.genre, f.event_type
            from shown_performance f join production p on p.house = f.house and p.id = f.production
            where f.house = ? and f.state <> 'cancelled' and f.capacity is null and f.potential is null
              and regexp_matches(strip_accents(lower(p.title)), ?)
              and not exists (from sale_line s where s.house = f.house and s.performance = f.id)
              and not exists (from description_now d where d.house = f.house and d.kind = 'performance' and d.thing = f.id
                and d.property in ('price_from', 'price_to') and d.value is not null)
            order by f.day desc, f.id limit ?
            """;

    private static final Vocabulary TYPES = Vocabularies.of("event-types");

    /** What tools call any event of a house. */
    private static final String ANY_SHOW = "performing-arts-event";

    private Announcements() {}

    private record Found(
            Announcement announcement,
            @Nullable String genre,
            @Nullable String type) {

        boolean isMeeting() {
            return Stream.of(String.valueOf(genre), String.valueOf(type))
                    .anyMatch(word -> TYPES.widest(word)
                            .filter(kind -> !kind.code().equals(ANY_SHOW))
                            .isPresent());
        }
    }

    /** The last ones first. */
    static List<Announcement> of(Connection connection, HouseId house, int limit) throws SQLException {
        return new Sql(connection)
                        .list(
                                row -> new Found(
                                        new Announcement(
                                                row.getLong("id"),
                                                row.getLong("production"),
                                                row.getString("title"),
                                                row.getObject("day", LocalDate.class),
                                                row.getObject("starts_local", LocalDateTime.class)),
                                        row.getString("genre"),
                                        row.getString("event_type")),
                                FOUND,
                                house.value(),
                                "\\b(" + String.join("|", WORDS) + ")\\b",
                                limit)
                        .stream()
                        .filter(found -> !found.isMeeting())
                        .map(Found::announcement)
                        .toList();
    }
}
