package org.foyer.hub.governance.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import org.foyer.hub.MovingClock;
import org.foyer.hub.model.Discipline;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.PostalAddress;
import org.foyer.hub.store.Register;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the list of houses must do on every register. */
abstract class HousesContract {

    private Register register;
    private RegisterHouses houses;

    abstract Register register();

    @BeforeEach
    void open() {
        register = register();
        houses = new RegisterHouses(register, new MovingClock(), new SecureRandom());
    }

    @Test
    void aHouseComesBackAsItWasAddedWithANumberOfItsOwn() {
        House opera = houses.add(Sample.house("opera", Discipline.OPERA, 1200, "Île-de-France"));
        House unknown = houses.add(new House(
                new HouseId(77),
                "club",
                "Club",
                Discipline.MULTIDISCIPLINARY,
                0,
                PostalAddress.UNKNOWN,
                "https://club.example",
                ZoneId.of("Europe/Brussels"),
                Currency.getInstance("CHF"),
                true));
        assertThat(unknown.id()).isNotEqualTo(opera.id()).isNotEqualTo(new HouseId(77));
        assertThat(houses.byId(opera.id())).contains(opera);
        assertThat(opera.address().postcode()).isEqualTo("01000");
        assertThat(houses.bySlug("club")).contains(unknown);
        assertThat(unknown.address()).isEqualTo(PostalAddress.UNKNOWN);
        assertThat(unknown.simulated()).isTrue();
        assertThat(houses.all()).containsExactly(unknown, opera);
        assertThat(houses.bySlug("nowhere")).isEmpty();
    }

    @Test
    void aSlugIsGivenOnce() {
        houses.add(Sample.house("opera"));
        assertThatThrownBy(() -> houses.add(Sample.house("opera"))).isInstanceOf(RuntimeException.class);
        assertThat(houses.all()).hasSize(1);
    }

    @Test
    void eachHouseHasItsOwnSecretSalt() {
        houses.add(Sample.house("opera"));
        houses.add(Sample.house("stage"));
        List<String> salts = register.read(handle -> handle.createQuery("select person_salt from house")
                .mapTo(String.class)
                .list());
        assertThat(salts).doesNotHaveDuplicates().allMatch(salt -> salt.length() == 43);
    }
}
