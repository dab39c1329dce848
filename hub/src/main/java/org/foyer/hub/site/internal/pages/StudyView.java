package org.foyer.hub.site.internal.pages;

import java.util.List;

/**
 * Free questions: the form, what the budget is, and an answer.
 *
 * @param place where it is asked
 * @param says what the answer comes to, or why there is none
 * @param budget what is left of the budget, and until when
 * @param faults what is wrong with the question
 * @param may whether the reader may ask
 * @param steward whether the reader may join or leave
 * @param answered whether there are rows
 * @param heading what the rows are
 * @param unit what their numbers are
 * @param nodes others that were asked
 * @param csv address of the same as a table; empty without an answer
 */
public record StudyView(
        StudyPlace place,
        String says,
        String budget,
        List<String> faults,
        boolean takesPart,
        boolean may,
        boolean steward,
        List<Menu> menus,
        List<Group> conditions,
        String condition,
        boolean answered,
        String heading,
        String unit,
        List<Row> rows,
        String withheld,
        List<String> notes,
        List<NodeLine> nodes,
        String csv) {

    /** One menu of the form. @param name of its parameter */
    public record Menu(String name, String id, String title, List<Choice> choices) {}

    /** @param says what it gave, or why not @param gave whether it did */
    public record NodeLine(String name, String says, boolean gave) {}

    public record Choice(String value, String text, boolean chosen) {}

    /** Choices of one dimension. */
    public record Group(String title, List<Choice> choices) {}

    /** @param width of the bar, @param from and @param to where its error begins and ends, all in percent of the longest */
    public record Row(String label, String about, String within, String width, String from, String to) {}
}
