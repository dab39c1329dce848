package org.foyer.hub.governance;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.LocalDate;
import java.util.List;
import org.foyer.hub.governance.AgreementTemplate.Data;
import org.jspecify.annotations.Nullable;

/**
 * The values of one version of an agreement, of which its text and its policy are made.
 *
 * @param base address of the node when it was drawn up, without a final slash; identifiers are made of it
 * @param parties that give data
 * @param recipients that see what comes of it, each one of the parties
 * @param data that may be used
 * @param from first and
 * @param until last day on which it holds
 * @param housesMin fewest houses behind a figure
 * @param buyersMin fewest buyers behind a figure
 * @param usesMax how often it may be used in all; null without limit
 */
public record AgreementTerms(
        String template,
        String title,
        String base,
        List<Party> parties,
        List<Party> recipients,
        List<Data> data,
        @JsonFormat(shape = JsonFormat.Shape.STRING) LocalDate from,
        @JsonFormat(shape = JsonFormat.Shape.STRING) LocalDate until,
        int housesMin,
        int buyersMin,
        @Nullable Integer usesMax) {

    /** @param slug short name of a house */
    public record Party(String slug, String name) {}

    /** Identifier of a house, by which the policy names it. */
    public String iri(String slug) {
        return base + "/id/house/" + slug;
    }
}
