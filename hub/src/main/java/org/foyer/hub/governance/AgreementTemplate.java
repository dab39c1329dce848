package org.foyer.hub.governance;

import java.util.List;
import org.foyer.hub.governance.Purpose.Text;

/**
 * What an agreement is made of: one source of the text and of the policy.
 *
 * @param action of the profile that it permits
 * @param purpose id; within a network it must have been adopted there
 * @param purposeTitle as it stands in the text
 * @param indicators whether the indicators of the dictionary are among its data
 * @param joint whether its houses become joint controllers (GDPR art. 26)
 * @param grouped whether a figure is of a group of houses, for which the fewest houses of Foyer and of the network hold
 * @param forbidden actions of the profile that are forbidden expressly; all others are anyway
 * @param data to choose from
 * @param essence of the arrangement, ready to publish; empty unless {@code joint}
 */
public record AgreementTemplate(
        String id,
        Text title,
        Text what,
        String action,
        String purpose,
        Text purposeTitle,
        boolean indicators,
        boolean joint,
        boolean grouped,
        List<String> forbidden,
        List<Data> data,
        List<Clause> clauses,
        List<Clause> essence) {

    /** What can be told. */
    public record Data(String id, Text name) {}

    /** @param text with placeholders in braces */
    public record Clause(Text title, Text text) {}
}
