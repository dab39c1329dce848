package org.foyer.hub.intake.internal.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.foyer.kit.Source;
import org.junit.jupiter.api.Test;

class FoyerChangesTest extends ListedSourceContract {

    @Override
    protected Source source() {
        return new FoyerChanges();
    }

    @Override
    protected String fileName() {
        return "n.example.changes.json";
    }

    @Override
    protected byte[] sample() throws IOException {
        return resource("/recipes/foyer-changes/sample.json");
    }

    @Override
    protected InputStream longFile(long bytes) {
        return LongFile.of(bytes, "{\"items\":[", n -> (n == 0 ? "" : ",") + """
                {"state": "updated", "kind": "performance", "id": "https://n.example/id/performance/%1$d", "data":
                 {"@context": {"@vocab": "http://schema.org/"}, "@id": "https://n.example/id/performance/%1$d", "@type": "Event",
                  "name": "Lear %1$d", "startDate": "2026-05-01T20:00:00+02:00"}}
                """.formatted(n));
    }

    @Override
    String fileWith(String text) {
        try {
            return """
                    {"items": [{"state": "updated", "kind": "performance", "id": "https://n.example/id/performance/1", "data":
                     {"@context": {"@vocab": "http://schema.org/"}, "@id": "https://n.example/id/performance/1", "@type": "Event",
                      "name": %2$s, "description": %1$s, "startDate": "2026-05-01T20:00:00+02:00", "keywords": [%1$s],
                      "location": {"@type": "Place", "name": %1$s, "address": {"@type": "PostalAddress", "streetAddress": %1$s}},
                      "contributor": [{"@type": "Role", "roleName": [%1$s], "contributor": {"name": %1$s}}]}}]}
                    """.formatted(quoted(text), quoted("Lear " + text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whatIsToldIsReadUnderItsIdentifierAndWhatIsDeletedIsSetAside() throws IOException {
        String sample = new String(sample(), StandardCharsets.UTF_8);
        assertThat(told(sample, "performance_ref", "title", "day", "genre", "accessibility", "set_aside"))
                .contains(
                        "https://n.example/id/performance/12000001|Le Roi Lear|2026-05-01|Théâtre||",
                        "https://n.example/id/performance/12000001||||Audiodescription|",
                        "https://n.example/id/performance/9000004|||||withdrawn");
        assertThat(told(sample, "venue", "city", "country", "event_type", "role", "contributor"))
                .contains("Odéon|Paris|FR|TheaterEvent|Mise en scène|Jeanne Martin");
        assertThat(told(sample, "role", "contributor")).doesNotContain("director|Jeanne Martin");
        assertThat(codes(sample)).isEmpty();
    }
}
