package org.foyer.hub.governance;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
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

    /**
     * A house.
     *
     * @param slug its short name
     * @param node participant whose node it is; null for the node where the agreement was drawn up
     * @param base address of that node, without a final slash; null likewise
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Party(
            String slug,
            String name,
            @Nullable String node,
            @Nullable String base) {

        public Party(String slug, String name) {
            this(slug, name, null, null);
        }

        /** By which it is chosen: its short name, and its node where that is another one. */
        public String key() {
            return node == null ? slug : slug + "@" + node;
        }
    }

    /** Identifier of a house of the node where it was drawn up, by which the policy names it. */
    public String iri(String slug) {
        return base + "/id/house/" + slug;
    }

    public String iri(Party party) {
        String of = party.base();
        return (of == null ? base : of) + "/id/house/" + party.slug();
    }

    /** The party of that name. @param node empty for the node where it was drawn up */
    public Optional<Party> party(String node, String slug) {
        return parties.stream()
                .filter(one -> one.slug().equals(slug) && node.equals(one.node() == null ? "" : one.node()))
                .findFirst();
    }
}
