package org.foyer.hub.site.internal.pages;

import java.util.List;
import org.foyer.hub.site.internal.document.Document;
import org.foyer.hub.site.internal.pages.NetworksView.PoolingFault;
import org.jspecify.annotations.Nullable;

/**
 * One version of an agreement: what people sign beside what machines enforce.
 *
 * @param told what the picture shows
 * @param policy laid out for people
 * @param essence whether there is an essence of joint controllers to publish
 */
public record AgreementView(
        String base,
        String here,
        String title,
        String told,
        String state,
        String tone,
        @Nullable String done,
        List<PoolingFault> faults,
        Document text,
        String policy,
        String policyHref,
        List<Rule> rules,
        String hash,
        List<Party> parties,
        String width,
        List<Version> versions,
        boolean essence,
        boolean maySign,
        boolean mayWithdraw,
        @Nullable String redraw) {

    /** One rule of the policy in words. */
    public record Rule(String what, String value) {}

    public record Party(String name, String standing, String tone, String key, String signature) {}

    public record Version(String href, String text, boolean current) {}
}
