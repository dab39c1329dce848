package org.foyer.hub.intake.internal.programme;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.foyer.hub.model.ExternalIdCell;
import org.jspecify.annotations.Nullable;

/**
 * Shows of DATAscene, the reference model of Quebec (a10s-ca/referentiel): one performance for each {@code hasPerformance},
 * with the show's contributions, those that it adds, and without those that it takes away.
 */
public final class DataScene extends ListedJson {

    private static final Pattern JSON = Pattern.compile("\\s*[\\[{]");
    private static final Map<String, String> STATES = TheirStates.ofSchema();

    public DataScene() {
        super("datascene-shows", List.of("shows", "@graph"));
    }

    @Override
    public boolean recognises(String fileName, String beginning) {
        return JSON.matcher(beginning).lookingAt()
                && Stream.of("\"type\"", "\"Show\"").allMatch(beginning::contains)
                && (beginning.contains("\"hasPerformance\"") || beginning.contains("\"showWithoutWords\""));
    }

    @Override
    void record(Members show, ListedRows rows) throws IOException {
        List<Members> performances = show.objects("hasPerformance");
        String title = Languages.choose(show.get("name"));
        if (performances.isEmpty()) {
            rows.refuse("event-without-date", "title", title);
        }
        for (Members performance : performances) {
            Map<String, String> row = new HashMap<>();
            row.put("title", title);
            if (!start(performance.text("startDateTime"), performance.text("endDateTime"), "", row, rows)) {
                continue;
            }
            row.put("performance_ref", identifier(performance));
            row.put("production_ref", identifier(show));
            row.put("production_ids", outside(show));
            Object own = performance.get("description");
            row.put("description", Languages.choose(own == null ? show.get("description") : own));
            row.put("genre", labels(show.list("discipline")));
            details(show, performance, row, new Details(rows));
            row.put("url", page(performance.has("mainEntityOfPage") ? performance : show));
            offer(performance, row, new Details(rows));
            for (Map<String, String> credit : credits(show, performance)) {
                Map<String, String> values = new HashMap<>(row);
                values.putAll(credit);
                rows.write(values);
            }
        }
    }

    private static void details(Members show, Members performance, Map<String, String> row, Details details)
            throws IOException {
        row.put("subtitle", Languages.choose(show.get("alternateName")));
        details.languages("languages", words(show.list("inLanguage")), row);
        details.languages("surtitles", words(show.list("supportMaterialLanguage")), row);
        row.put("warnings", labels(show.list("contentWarning")));
        row.put("audience", Audiences.told(terms(show.list("audience"))));
        details.length(performance.text("duration"), row);
        Texts texts = new Texts();
        details.texts("title", show.get("name"), texts);
        details.texts("description", (performance.has("description") ? performance : show).get("description"), texts);
        row.put(ListedRows.TEXTS, texts.cell());
    }

    private static List<String> words(List<Object> said) {
        return said.stream()
                .map(one -> one instanceof String plain ? plain : label(one))
                .toList();
    }

    /** The specification's own example says {@code valeur} where its schema says {@code value}. */
    private static String identifier(Members of) {
        for (Object one : of.list("identifier")) {
            Members known = Members.of(one);
            String value = one instanceof String uri
                    ? uri.strip()
                    : known.text("value").isEmpty() ? known.text("valeur") : known.text("value");
            if (!value.isEmpty()) {
                String scheme = known.text("propertyID");
                return scheme.isEmpty() ? value : scheme + ":" + value;
            }
        }
        return "";
    }

    /** What of its identifiers is one of a register that is known, as one cell. */
    private static String outside(Members of) {
        Set<String> found = new LinkedHashSet<>();
        for (Object one : of.list("identifier")) {
            Members known = Members.of(one);
            String value = one instanceof String uri
                    ? uri.strip()
                    : known.text("value").isEmpty() ? known.text("valeur") : known.text("value");
            String scheme = known.text("propertyID");
            String told = ExternalIdCell.kindOf(scheme).isPresent() ? scheme + ": " + value : value;
            if (ExternalIdCell.isTelling(told)) {
                found.add(told);
            }
        }
        return found.stream().limit(ExternalIdCell.MOST).collect(Collectors.joining(ExternalIdCell.BETWEEN));
    }

    private static String labels(List<Object> terms) {
        Set<String> labels = new LinkedHashSet<>();
        terms.forEach(term -> labels.add(label(term)));
        labels.remove("");
        return String.join(", ", labels);
    }

    /** Labels; of a term that has none, or that is its address alone, the code. */
    private static List<String> terms(List<Object> terms) {
        return terms.stream()
                .map(term -> term instanceof String plain ? plain : label(term))
                .toList();
    }

    private static String label(@Nullable Object term) {
        Members known = Members.of(term);
        String label = Languages.choose(known.get("label"));
        return label.isEmpty() ? known.text("code") : label;
    }

    private static String page(Members of) {
        return of.objects("mainEntityOfPage").stream()
                .sorted((a, b) -> Boolean.compare(
                        b.text("inLanguage").startsWith("fr"),
                        a.text("inLanguage").startsWith("fr")))
                .map(page -> page.text("url"))
                .filter(url -> !url.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** Place and state stand in the offers, of which the one in a real place counts. */
    private static void offer(Members performance, Map<String, String> row, Details details) {
        List<Members> offers = new ArrayList<>(performance.objects("hasOffer"));
        offers.sort((a, b) -> Boolean.compare(isVirtual(a), isVirtual(b)));
        if (!offers.isEmpty()) {
            long online = offers.stream().filter(DataScene::isVirtual).count();
            row.put("attendance", online == 0 ? "offline" : online == offers.size() ? "online" : "mixed");
            boolean full =
                    offers.stream().allMatch(offer -> offer.text("isSoldout").equals("true"));
            row.put("availability", full ? "sold-out" : "");
            price(offers.get(0), row, details);
            row.put("accessibility", labels(offers.get(0).object("inPlace").list("placeAccessibility")));
        }
        for (Members offer : offers) {
            Object told = offer.get("offerStatus");
            String code = told instanceof String text ? text : Members.of(told).text("code");
            String state = code.substring(code.lastIndexOf('/') + 1);
            row.putIfAbsent("state", STATES.getOrDefault(state, state));
            Members place = offer.object("inPlace");
            if (!isVirtual(offer) && place.has("name")) {
                row.put("venue", Languages.choose(place.get("name")));
                row.put("venue_ids", outside(place));
                row.put("hall", Languages.choose(offer.object("inRoom").get("name")));
                Members address = place.object("address");
                row.put("street", address.text("streetAddress"));
                row.put("postcode", address.text("postalCode"));
                row.put("city", address.text("addressLocality"));
                row.put("region", address.text("addressRegion"));
                row.put("country", address.text("addressCountry"));
                return;
            }
        }
    }

    /** A price is the lowest, in Canadian dollars; of what goes with another offer nothing is said. */
    private static void price(Members offer, Map<String, String> row, Details details) {
        if (offer.text("isAccessibleFromAnotherOffer").equals("true")) {
            return;
        }
        boolean free = offer.text("isAccessibleForFree").equals("true");
        details.prices(
                List.of(free ? new Details.Price("0", "", "") : new Details.Price(offer.text("price"), "", "CAD")),
                row);
        if (!free) {
            row.remove("price_to");
        }
    }

    private static boolean isVirtual(Members offer) {
        return offer.object("inPlace").text("virtualPlace").equals("true");
    }

    private static List<Map<String, String>> credits(Members show, Members performance) {
        Set<Map<String, String>> credits = new LinkedHashSet<>();
        show.objects("hasContribution").forEach(contribution -> credits.addAll(credit(contribution)));
        Set<Map<String, String>> removed = new HashSet<>();
        performance.objects("hasRemovedContribution").forEach(contribution -> removed.addAll(credit(contribution)));
        credits.removeAll(removed);
        performance.objects("hasAdditionalContribution").forEach(contribution -> credits.addAll(credit(contribution)));
        return credits.isEmpty() ? List.of(Map.of()) : List.copyOf(credits);
    }

    private static List<Map<String, String>> credit(Members contribution) {
        Members who = contribution.object("contributor");
        String name = Languages.choose(who.get("name"));
        if (name.isEmpty()) {
            return List.of();
        }
        List<Map<String, String>> credits = new ArrayList<>();
        for (Object type : contribution.list("contributionType")) {
            credits.add(Map.of("contributor", name, "role", label(type), "contributor_ids", outside(who)));
        }
        return credits.isEmpty() ? List.of(Map.of("contributor", name, "contributor_ids", outside(who))) : credits;
    }
}
