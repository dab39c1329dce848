package org.foyer.hub.catalogue;

import java.time.LocalDate;
import java.util.List;
import org.foyer.hub.model.ExternalId;
import org.foyer.hub.model.HouseId;
import org.jspecify.annotations.Nullable;

/**
 * A person or group that programmes credit, under all its spellings.
 *
 * @param id number that lasts, {@code /id/person/{id}}
 * @param name the spelling by which it is told
 * @param spellings all of them, that by which it is told first
 * @param roles in the houses' words, those with most performances first
 * @param ids of other registers, as any house says
 * @param kind {@code person} or {@code group}, as all houses that say it agree, else as a role that only groups have; null when nobody said
 * @param legalForm as what it is set up in law, in the words of houses that agree; null when nobody said
 * @param house that credits it last
 * @param day of the last performance
 */
public record Credited(
        long id,
        String name,
        List<String> spellings,
        List<Role> roles,
        List<ExternalId> ids,
        @Nullable String kind,
        @Nullable String legalForm,
        HouseId house,
        LocalDate day) {

    /** Spellings of one person that are told. */
    public static final int SPELLINGS_MAX = 100;

    /** Roles that are told. */
    public static final int ROLES_MAX = 30;

    /** How often somebody did what. */
    public record Role(String role, long performances) {}
}
