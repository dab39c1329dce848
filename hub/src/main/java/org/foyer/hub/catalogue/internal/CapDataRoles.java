package org.foyer.hub.catalogue.internal;

import java.util.List;
import org.foyer.hub.catalogue.internal.capdata.CapDataExport;
import org.foyer.hub.model.Vocabularies;
import org.foyer.hub.model.Vocabulary;
import org.jspecify.annotations.Nullable;

/** What words mean, as it stands in what leaves in other vocabularies. */
record CapDataRoles() implements CapDataExport.Roles {

    private static final Vocabulary ROLES = Vocabularies.of("roles");
    private static final Vocabulary AUDIENCES = Vocabularies.of("audiences");
    private static final String REGISTER = "capdata";

    @Override
    public @Nullable String meaning(String role) {
        return Meanings.property(role);
    }

    @Override
    public boolean isGroup(String role) {
        return Meanings.isGroup(role);
    }

    @Override
    public String participation(String role) {
        return Meanings.role(role)
                .map(known -> ROLES.codeIn(REGISTER, known).orElse("Collaboration"))
                .orElse("Participation");
    }

    @Override
    public List<String> audiences(@Nullable String said) {
        return Meanings.words(said).stream()
                .map(word ->
                        AUDIENCES.concept(word).map(known -> known.label("fr")).orElse(word))
                .toList();
    }
}
