package org.foyer.hub.site.internal.pages;

import java.util.ArrayList;
import java.util.List;
import org.foyer.hub.governance.ConsentChoices;
import org.foyer.hub.insight.RfmGrid;
import org.foyer.hub.insight.SavedSegments;
import org.foyer.hub.insight.SegmentChoices;
import org.foyer.hub.insight.SegmentDefinition;
import org.foyer.hub.insight.SegmentOverlap;
import org.foyer.hub.insight.SegmentSize;
import org.foyer.hub.model.House;
import org.foyer.hub.site.internal.api.SegmentDesk.Listed;
import org.jspecify.annotations.Nullable;

/** Puts together what the page of segments shows. */
record SegmentView(Language language, House house, SegmentDefinition asked, SegmentChoices choices) {

    private String base() {
        return "/h/" + house.slug() + "/segments";
    }

    private SegmentWords words() {
        return new SegmentWords(language, choices, house.currency().getCurrencyCode());
    }

    /** The segment shown and the house's own, as many as can be compared. */
    List<SegmentDefinition> compared(List<Listed> kept) {
        List<SegmentDefinition> compared = new ArrayList<>();
        if (!asked.conditions().isEmpty()) {
            compared.add(asked);
        }
        kept.stream()
                .filter(segment -> !segment.shipped() && !compared.contains(segment.query()))
                .limit(SegmentOverlap.SEGMENTS_MAX - (long) compared.size())
                .forEach(segment -> compared.add(segment.query()));
        return compared;
    }

    private List<String> names(List<Listed> kept) {
        return compared(kept).stream()
                .map(query -> kept.stream()
                        .filter(segment -> segment.query().equals(query))
                        .map(segment -> words().name(segment.name(), segment.shipped()))
                        .findFirst()
                        .orElse(language.say("segment_this")))
                .toList();
    }

    SegmentsView of(
            SegmentSize size,
            List<ConsentsView.Fault> faults,
            @Nullable String done,
            List<Listed> kept,
            SegmentOverlap overlap,
            RfmGrid grid,
            boolean mayEdit,
            @Nullable ConsentChoices contacts) {
        String query = asked.toString();
        String scores = grid.fixed() ? "" : "scores=fixed";
        return new SegmentsView(
                base(),
                query,
                size.buyers() == null,
                words().sentence(asked),
                SegmentTables.size(language, size),
                SegmentTables.chart(language, size, base() + "/history.csv?" + query),
                faults,
                done,
                SegmentForm.of(language, asked, choices, words()),
                kept.stream().map(this::saved).toList(),
                SegmentTables.overlap(language, names(kept), overlap),
                SegmentTables.scores(
                        language,
                        grid,
                        base(),
                        base() + "?" + query + (query.isEmpty() || scores.isEmpty() ? "" : "&") + scores + "#scores"),
                mayEdit,
                SavedSegments.NAME_CHARACTERS_MAX,
                contacts == null
                        ? null
                        : new SegmentsView.Contacts(boxes(contacts.purposes()), boxes(contacts.channels())),
                "/api/houses/" + house.slug() + "/segments/size?" + query);
    }

    private SegmentsView.Saved saved(Listed segment) {
        return new SegmentsView.Saved(
                segment.slug(),
                words().name(segment.name(), segment.shipped()),
                segment.query().toString(),
                words().sentence(segment.query()),
                SegmentTables.people(language, segment.people()),
                !segment.shipped(),
                segment.query().equals(asked));
    }

    private List<ConsentForm.Box> boxes(List<ConsentChoices.Choice> choices) {
        return choices.stream()
                .map(choice -> new ConsentForm.Box(choice.id(), choice.title().in(language.code()), false))
                .toList();
    }
}
