package org.foyer.hub.site.internal.pages;

import java.util.List;
import org.foyer.hub.site.internal.document.Document;
import org.jspecify.annotations.Nullable;

/**
 * What a data protection officer sees.
 *
 * @param log address of all lines of the audit
 * @param terms what may be decided, null for who may not
 * @param lines newest lines of the audit, for stewards; empty for others
 */
public record ProtectionView(
        String base,
        String log,
        Document told,
        @Nullable TermsForm terms,
        boolean saved,
        List<Fault> faults,
        List<AuditLine> lines) {

    /** The form as it stands, refused values included. */
    public record TermsForm(
            String contactsMonths,
            String quarantineMonths,
            String controller,
            String contact,
            String hosting,
            String breachContact) {}

    public record Fault(String sentence, String mend) {}

    public record AuditLine(String at, String actor, String action, String detail) {}
}
