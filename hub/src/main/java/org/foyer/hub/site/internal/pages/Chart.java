package org.foyer.hub.site.internal.pages;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A chart with everything that makes it readable without seeing it.
 *
 * @param id of its figure element, unique in the page
 * @param name what the chart is of
 * @param finding one sentence that says what it shows
 * @param drawing what the script draws
 * @param table the same values
 * @param csv address of the same values for a spreadsheet
 */
public record Chart(String id, String name, String finding, Drawing drawing, Table table, String csv) {

    private static final ObjectMapper JSON = new ObjectMapper().setSerializationInclusion(JsonInclude.Include.ALWAYS);

    /**
     * What the script draws.
     *
     * @param kind {@code lines} or {@code bars}
     * @param axis name of the value axis
     * @param unit {@code ratio} or {@code number}
     * @param readings what each point says, in full
     */
    public record Drawing(
            String kind,
            String axis,
            String unit,
            List<String> categories,
            List<Series> series,
            @Nullable Band band,
            List<String> readings) {}

    /**
     * One line or one row of bars; told apart by colour and by dash and by marker.
     *
     * @param tone from 1 to 4
     * @param dash {@code solid}, {@code dashed} or {@code dotted}
     * @param marker {@code circle}, {@code diamond} or {@code rect}
     * @param labels texts on bars; empty for none
     */
    public record Series(
            String name,
            int tone,
            String dash,
            String marker,
            boolean markers,
            List<? extends @Nullable Number> values,
            List<String> labels) {}

    /** The area between two lines. */
    public record Band(String name, List<@Nullable Double> low, List<@Nullable Double> high) {}

    /** Rows of text; the first cell of each names it. */
    public record Table(List<String> header, List<List<String>> rows) {}

    /** The drawing as JSON that may stand inside an HTML element. */
    public String json() {
        try {
            return JSON.writeValueAsString(drawing).replace("<", "\\u003c").replace("&", "\\u0026");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
