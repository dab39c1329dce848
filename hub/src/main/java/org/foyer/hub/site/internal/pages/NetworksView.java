package org.foyer.hub.site.internal.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Networks of a house.
 *
 * @param told one sentence on how many there are
 * @param abroad those of other nodes
 * @param forms to choose from, for who may found one
 */
public record NetworksView(
        String base,
        String told,
        @Nullable String done,
        List<PoolingFault> faults,
        List<Row> networks,
        List<Row> abroad,
        List<Form> forms,
        boolean steward) {

    /** What is wrong with what was sent. */
    public record PoolingFault(String sentence, String mend) {}

    /** @param invited whether the house is invited and no member yet */
    public record Row(String href, String name, String form, String told, boolean invited) {}

    /** @param colleges of the form, empty where one member has one vote */
    public record Form(String id, String name, String what, String seen, List<String> organs, List<Choice> colleges) {}

    public record Choice(String value, String text) {}
}
