package org.foyer.hub.governance.internal.grants;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.foyer.hub.governance.ShowFigure;
import org.foyer.hub.governance.ShowGrant;
import org.foyer.hub.governance.ShowGrant.Event;
import org.foyer.hub.governance.ShowGrant.Side;
import org.foyer.hub.governance.ShowGrant.State;
import org.foyer.hub.governance.ShowGrant.Step;
import org.foyer.hub.governance.ShowGrant.Terms;
import org.foyer.hub.governance.ShowGrants;
import org.foyer.hub.model.HouseId;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** The tables of requests, as both kinds of register have them. */
final class GrantTables {

    private final Handle handle;

    GrantTables(Handle handle) {
        this.handle = handle;
    }

    Handle handle() {
        return handle;
    }

    /** @param side {@code house} for what a house was asked, {@code asker} for what it asked */
    List<ShowGrant> of(String side, HouseId house) {
        return handle.createQuery("select * from show_grant where " + side
                        + " = :house order by changed_at desc, id desc" + " limit " + ShowGrants.REQUESTS_MAX)
                .bind("house", house.value())
                .map((row, context) -> read(row))
                .list();
    }

    long count(String side, HouseId house) {
        return handle.createQuery("select count(*) from show_grant where " + side + " = :house")
                .bind("house", house.value())
                .mapTo(Long.class)
                .one();
    }

    Optional<ShowGrant> find(long id) {
        return handle.createQuery("select * from show_grant where id = :id")
                .bind("id", id)
                .map((row, context) -> read(row))
                .findOne();
    }

    Optional<ShowGrant> find(String uid) {
        return handle.createQuery("select * from show_grant where uid = :uid")
                .bind("uid", uid)
                .map((row, context) -> read(row))
                .findOne();
    }

    Optional<ShowGrant> find(String node, String giver, String asker, String show) {
        return handle.createQuery("""
                        select * from show_grant
                        where node = :node and giver_slug = :giver and asker_slug = :asker and show = :show
                        """)
                .bind("node", node)
                .bind("giver", giver)
                .bind("asker", asker)
                .bind("show", show)
                .map((row, context) -> read(row))
                .findOne();
    }

    /** As it was kept: whether its days are over is for the reader to say. */
    private ShowGrant read(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        String figures = row.getString("figures");
        return new ShowGrant(
                id,
                row.getString("uid"),
                side(row, "house", "giver"),
                side(row, "asker", "asker"),
                row.getString("node"),
                row.getString("show"),
                row.getString("title"),
                row.getString("tour"),
                row.getString("why"),
                ShowFigure.read(row.getString("wanted")),
                LocalDate.parse(row.getString("wanted_until")),
                State.valueOf(row.getString("state").toUpperCase(java.util.Locale.ROOT)),
                figures == null
                        ? null
                        : new Terms(
                                ShowFigure.read(figures),
                                LocalDate.parse(row.getString("from_day")),
                                LocalDate.parse(row.getString("until_day")),
                                row.getInt("delay")),
                row.getString("reason"),
                Instant.ofEpochMilli(row.getLong("asked_at")),
                Instant.ofEpochMilli(row.getLong("changed_at")),
                history(id));
    }

    private static Side side(ResultSet row, String column, String named) throws SQLException {
        int house = row.getInt(column);
        return new Side(
                row.wasNull() ? null : new HouseId(house),
                row.getString(named + "_slug"),
                row.getString(named + "_name"));
    }

    private List<Event> history(long id) {
        return handle.createQuery("select * from show_grant_event where of_grant = :id order by sequence")
                .bind("id", id)
                .map((row, context) -> new Event(
                        Instant.ofEpochMilli(row.getLong("at")),
                        Step.valueOf(row.getString("step").toUpperCase(java.util.Locale.ROOT)),
                        State.valueOf(row.getString("became").toUpperCase(java.util.Locale.ROOT)),
                        ShowFigure.read(row.getString("figures")),
                        day(row.getString("from_day")),
                        day(row.getString("until_day")),
                        row.getObject("delay") == null ? null : Integer.valueOf(row.getInt("delay")),
                        row.getString("words")))
                .list();
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    /** @return its number */
    long add(ShowGrant grant) {
        Update insert = handle.createUpdate("""
                insert into show_grant (uid, house, asker, node, giver_slug, giver_name, asker_slug, asker_name, show, title, tour,
                  why, wanted, wanted_until, state, figures, from_day, until_day, delay, reason, asked_at, changed_at)
                values (:uid, :house, :asker, :node, :giverSlug, :giverName, :askerSlug, :askerName, :show, :title, :tour,
                  :why, :wanted, :wantedUntil, :state, :figures, :from, :until, :delay, :reason, :askedAt, :changedAt)
                """);
        insert.bind("uid", grant.uid())
                .bindByType("house", number(grant.giver().house()), Long.class)
                .bindByType("asker", number(grant.asker().house()), Long.class)
                .bind("node", grant.node())
                .bind("giverSlug", grant.giver().slug())
                .bind("askerSlug", grant.asker().slug())
                .bind("show", grant.show());
        said(insert, grant).execute();
        return find(grant.uid()).orElseThrow().id();
    }

    void change(ShowGrant grant) {
        Update update = handle.createUpdate("""
                update show_grant set giver_name = :giverName, asker_name = :askerName, title = :title, tour = :tour, why = :why,
                  wanted = :wanted, wanted_until = :wantedUntil, state = :state, figures = :figures, from_day = :from,
                  until_day = :until, delay = :delay, reason = :reason, asked_at = :askedAt, changed_at = :changedAt
                where id = :id
                """).bind("id", grant.id());
        said(update, grant).execute();
    }

    private static Update said(Update update, ShowGrant grant) {
        Terms terms = grant.terms();
        return update.bind("giverName", grant.giver().name())
                .bind("askerName", grant.asker().name())
                .bind("title", grant.title())
                .bind("tour", grant.tour())
                .bind("why", grant.why())
                .bind("wanted", ShowFigure.text(grant.wanted()))
                .bind("wantedUntil", grant.wantedUntil().toString())
                .bind("state", grant.state().key())
                .bindByType("figures", terms == null ? null : ShowFigure.text(terms.figures()), String.class)
                .bindByType("from", terms == null ? null : terms.from().toString(), String.class)
                .bindByType("until", terms == null ? null : terms.until().toString(), String.class)
                .bindByType("delay", terms == null ? null : Integer.valueOf(terms.delay()), Integer.class)
                .bindByType("reason", grant.reason(), String.class)
                .bind("askedAt", grant.askedAt().toEpochMilli())
                .bind("changedAt", grant.changedAt().toEpochMilli());
    }

    private static @Nullable Long number(@Nullable HouseId house) {
        return house == null ? null : Long.valueOf(house.value());
    }

    void addEvent(long id, int sequence, Event event) {
        handle.createUpdate("""
                        insert into show_grant_event (of_grant, sequence, at, step, became, figures, from_day, until_day, delay, words)
                        values (:id, :sequence, :at, :step, :became, :figures, :from, :until, :delay, :words)
                        """)
                .bind("id", id)
                .bind("sequence", sequence)
                .bind("at", event.at().toEpochMilli())
                .bind("step", event.step().key())
                .bind("became", event.became().key())
                .bind("figures", ShowFigure.text(event.figures()))
                .bindByType("from", event.from() == null ? null : event.from().toString(), String.class)
                .bindByType(
                        "until", event.until() == null ? null : event.until().toString(), String.class)
                .bindByType("delay", event.delay(), Integer.class)
                .bindByType("words", event.words(), String.class)
                .execute();
    }

    /** The history as the other node tells it. */
    void replaceHistory(long id, List<Event> history) {
        handle.execute("delete from show_grant_event where of_grant = ?", id);
        for (int place = 0; place < history.size(); place++) {
            addEvent(id, place + 1, history.get(place));
        }
    }
}
