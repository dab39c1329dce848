package org.foyer.hub.site.internal.pages;

import java.util.List;
import org.foyer.hub.site.internal.pages.NetworksView.Choice;
import org.foyer.hub.site.internal.pages.NetworksView.PoolingFault;
import org.jspecify.annotations.Nullable;

/**
 * Agreements of a house.
 *
 * @param templates to draw one up from, for stewards
 */
public record AgreementsView(
        String base, String told, List<Row> agreements, List<Template> templates, boolean steward) {

    /**
     * One agreement.
     *
     * @param signed how many of the parties, in words
     * @param width of the bar, in percent
     */
    public record Row(
            String href, String title, String template, String state, String tone, String signed, String width) {}

    public record Template(String href, String title, String what, boolean joint) {}

    /**
     * The form in which one is drawn up.
     *
     * @param of number of the agreement of which it is a new version; empty for a new one
     */
    public record Draw(
            String base,
            String of,
            String template,
            String title,
            String what,
            String typed,
            List<PoolingFault> faults,
            List<Choice> networks,
            List<Tick> parties,
            List<Tick> recipients,
            List<Tick> data,
            String from,
            String until,
            String houses,
            String buyers,
            String uses,
            boolean joint,
            @Nullable String network) {}

    public record Tick(String value, String text, boolean chosen) {}
}
