package org.foyer.hub.governance.internal;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.foyer.hub.governance.Houses;
import org.foyer.hub.model.Discipline;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.PostalAddress;
import org.foyer.hub.store.Register;
import org.jdbi.v3.core.Handle;

/** Houses kept in the register. The salt of a house's person keys never leaves it through this door. */
public final class RegisterHouses implements Houses {

    private static final String SELECT = """
            select id, slug, name, discipline, seats, street, postcode, city, region, country, website, zone, currency,
              simulated
            from house
            """;

    private final Register register;
    private final Clock clock;
    private final Secrets secrets;

    public RegisterHouses(Register register, Clock clock, SecureRandom random) {
        this.register = register;
        this.clock = clock;
        this.secrets = new Secrets(random);
    }

    @Override
    public List<House> all() {
        return register.read(handle -> handle.createQuery(SELECT + " order by slug")
                .map((row, context) -> house(row))
                .list());
    }

    @Override
    public Optional<House> bySlug(String slug) {
        return register.read(handle -> handle.createQuery(SELECT + " where slug = :slug")
                .bind("slug", slug)
                .map((row, context) -> house(row))
                .findOne());
    }

    @Override
    public Optional<House> byId(HouseId id) {
        return register.read(handle -> byId(handle, id.value()));
    }

    @Override
    public House add(House house) {
        return register.write(handle -> {
            PostalAddress address = house.address();
            long id = handle.createQuery("""
                            insert into house (slug, name, discipline, seats, street, postcode, city, region, country,
                              website, zone, currency, simulated, person_salt, created_at)
                            values (:slug, :name, :discipline, :seats, :street, :postcode, :city, :region, :country,
                              :website, :zone, :currency, :simulated, :salt, :now)
                            returning id
                            """)
                    .bind("slug", house.slug())
                    .bind("name", house.name())
                    .bind("discipline", house.discipline().name().toLowerCase(Locale.ROOT))
                    .bind("seats", house.seats())
                    .bindByType("street", address.street(), String.class)
                    .bindByType("postcode", address.postcode(), String.class)
                    .bindByType("city", address.city(), String.class)
                    .bindByType("region", address.region(), String.class)
                    .bindByType("country", address.country(), String.class)
                    .bindByType("website", house.website(), String.class)
                    .bind("zone", house.zone().getId())
                    .bind("currency", house.currency().getCurrencyCode())
                    .bind("simulated", house.simulated() ? 1 : 0)
                    .bind("salt", secrets.fresh())
                    .bind("now", clock.millis())
                    .mapTo(Long.class)
                    .one();
            return byId(handle, id).orElseThrow();
        });
    }

    private static Optional<House> byId(Handle handle, long id) {
        return handle.createQuery(SELECT + " where id = :id")
                .bind("id", id)
                .map((row, context) -> house(row))
                .findOne();
    }

    private static House house(ResultSet row) throws SQLException {
        return new House(
                new HouseId(row.getInt("id")),
                row.getString("slug"),
                row.getString("name"),
                Discipline.valueOf(row.getString("discipline").toUpperCase(Locale.ROOT)),
                row.getInt("seats"),
                new PostalAddress(
                        row.getString("street"),
                        row.getString("postcode"),
                        row.getString("city"),
                        row.getString("region"),
                        row.getString("country")),
                row.getString("website"),
                ZoneId.of(row.getString("zone")),
                Currency.getInstance(row.getString("currency")),
                row.getInt("simulated") == 1);
    }
}
