package org.foyer.hub.exchange.internal;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.foyer.hub.exchange.Participant;
import org.foyer.hub.exchange.Participants;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Audit;
import org.foyer.hub.store.Register;
import org.jspecify.annotations.Nullable;

/** Participants as the register keeps them. */
public final class RegisterParticipants implements Participants {

    private static final long SEEN_MILLIS = 60_000;

    private final Register register;
    private final Audit audit;
    private final Clock clock;

    public RegisterParticipants(Register register, Audit audit, Clock clock) {
        this.register = register;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public List<Entry> all() {
        return register.read(
                handle -> handle.createQuery("select * from dataspace_participant order by name, id limit :most")
                        .bind("most", PARTICIPANTS_MAX)
                        .map((row, context) -> read(row))
                        .list());
    }

    @Override
    public Optional<Entry> find(String id) {
        return register.read(handle -> handle.createQuery("select * from dataspace_participant where id = :id")
                .bind("id", id)
                .map((row, context) -> read(row))
                .findOne());
    }

    @Override
    public List<String> add(String id, String name, String address, String publicKey, Actor actor) {
        List<String> problems = new ArrayList<>();
        if (id.isBlank() || id.length() > NAME_CHARACTERS_MAX || !id.equals(id.strip())) {
            problems.add("the identifier is missing, longer than " + NAME_CHARACTERS_MAX
                    + " characters or has blanks around it");
        }
        if (name.isBlank() || name.length() > NAME_CHARACTERS_MAX) {
            problems.add("the name is missing or longer than " + NAME_CHARACTERS_MAX + " characters");
        }
        if (!isAddress(address)) {
            problems.add("the address is no http or https address, or has a user, a question or a fragment");
        }
        try {
            NodeKey.read(publicKey);
        } catch (GeneralSecurityException e) {
            problems.add("the key is no Ed25519 key (X.509, Base64)");
        }
        if (!problems.isEmpty()) {
            return problems;
        }
        boolean kept = register.write(handle -> handle.createUpdate("""
                                insert into dataspace_participant (id, name, address, public_key, added_by, added_at)
                                select :id, :name, :address, :key, :actor, :at
                                where (select count(*) from dataspace_participant) < :most
                                on conflict (id) do update set name = excluded.name, address = excluded.address,
                                  public_key = excluded.public_key, added_by = excluded.added_by, added_at = excluded.added_at,
                                  revoked_at = null, next_key = null
                                """)
                        .bind("id", id)
                        .bind("name", name)
                        .bind("address", Openings.withoutSlash(address))
                        .bind("key", publicKey)
                        .bind("actor", actor.login())
                        .bind("at", clock.millis())
                        .bind("most", PARTICIPANTS_MAX)
                        .execute()
                == 1);
        if (!kept) {
            return List.of("there are " + PARTICIPANTS_MAX + " participants already");
        }
        audit.write(actor, null, "participant-named", null, id);
        return List.of();
    }

    @Override
    public List<String> addKey(String id, String publicKey, Actor actor) {
        try {
            NodeKey.read(publicKey);
        } catch (GeneralSecurityException e) {
            return List.of("the key is no Ed25519 key (X.509, Base64)");
        }
        boolean did = register.write(handle -> handle.createUpdate("update dataspace_participant set next_key = :key"
                                + " where id = :id and revoked_at is null and public_key <> :key")
                        .bind("id", id)
                        .bind("key", publicKey)
                        .execute()
                == 1);
        if (!did) {
            return List.of("there is no such participant, or it signs with this key already");
        }
        audit.write(actor, null, "participant-key-added", null, id);
        return List.of();
    }

    @Override
    public boolean dropOldKey(String id, Actor actor) {
        boolean did = register.write(handle -> handle.createUpdate("update dataspace_participant set"
                                + " public_key = next_key, next_key = null where id = :id and next_key is not null")
                        .bind("id", id)
                        .execute()
                == 1);
        if (did) {
            audit.write(actor, null, "participant-key-dropped", null, id);
        }
        return did;
    }

    /** To the minute: a busy exchange is not one more row written for each message. */
    @Override
    public void seen(String id) {
        register.write(handle -> handle.createUpdate("update dataspace_participant set seen_at = :now where id = :id"
                        + " and (seen_at is null or seen_at < :before)")
                .bind("id", id)
                .bind("now", clock.millis())
                .bind("before", clock.millis() - SEEN_MILLIS)
                .execute());
    }

    private static boolean isAddress(String address) {
        try {
            URI uri = URI.create(address);
            return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null
                    && address.length() <= MessageCheck.NAME_CHARACTERS_MAX;
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    @Override
    public boolean revoke(String id, Actor actor) {
        boolean did = register.write(handle -> handle.createUpdate(
                                "update dataspace_participant set revoked_at = :at where id = :id and revoked_at is null")
                        .bind("id", id)
                        .bind("at", clock.millis())
                        .execute()
                == 1);
        if (did) {
            audit.write(actor, null, "participant-revoked", null, id);
        }
        return did;
    }

    private static Entry read(ResultSet row) throws SQLException {
        return new Entry(
                new Participant(row.getString("id"), row.getString("name"), URI.create(row.getString("address"))),
                row.getString("public_key"),
                row.getString("next_key"),
                Instant.ofEpochMilli(row.getLong("added_at")),
                instant(row, "seen_at"),
                instant(row, "revoked_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }
}
