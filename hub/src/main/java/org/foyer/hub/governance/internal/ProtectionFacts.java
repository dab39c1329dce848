package org.foyer.hub.governance.internal;

import java.time.LocalDate;
import java.util.List;
import org.foyer.hub.governance.ProtectionSheet.Contactable;
import org.foyer.hub.governance.ProtectionSheet.Deletion;
import org.foyer.hub.governance.ProtectionSheet.Held;
import org.foyer.hub.governance.ProtectionSheet.Log;
import org.foyer.hub.governance.ProtectionSheet.MemberCount;
import org.foyer.hub.governance.ProtectionSheet.Use;
import org.foyer.hub.governance.Safeguards;
import org.foyer.hub.governance.Surroundings;
import org.foyer.hub.governance.Terms;
import org.jspecify.annotations.Nullable;

/**
 * What the points and the criteria are told from, all of it read from the stores.
 *
 * @param joined day on which the house joined the comparison; null when it takes no part
 * @param partners houses that take part in the comparison, this one included
 * @param published answers of this month in which the house's figures are
 * @param youngWords whether the house sells by tariffs for the young or for schools
 */
record ProtectionFacts(
        Held held,
        Terms terms,
        List<Deletion> deletions,
        List<Use> purposes,
        List<MemberCount> members,
        long operators,
        List<String> personalColumns,
        List<Contactable> consents,
        @Nullable LocalDate joined,
        long partners,
        long published,
        boolean youngWords,
        Log log,
        Safeguards safeguards,
        Surroundings around) {

    Deletion deletion(String rule) {
        return deletions.stream()
                .filter(deletion -> deletion.rule().equals(rule))
                .findFirst()
                .orElseThrow();
    }
}
