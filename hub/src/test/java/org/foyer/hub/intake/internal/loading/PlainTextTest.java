package org.foyer.hub.intake.internal.loading;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class PlainTextTest {

    @Test
    void markupAndOddBlanksGoAndWordsStay() {
        assertThat(PlainText.line("  Le  Roi\u00a0Lear\u0007 ")).isEqualTo("Le Roi Lear");
        assertThat(PlainText.line("<b>Lear</b> &amp; Co")).isEqualTo("Lear & Co");
        assertThat(PlainText.line("&lt;script&gt;alert(1)&lt;/script&gt;Lear")).isEqualTo("Lear");
        assertThat(PlainText.line("Où est Œdipe ?")).isEqualTo("Où est Œdipe ?");
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withChars("ab éœ…<>&;#x/ \t\n\r\u0007\u007f\u0085\u00a0\u2003\ufeff")
                .ofMaxLength(20);
    }

    /** A tab before it makes every text one that is looked at closely. */
    @Property(tries = 2_000)
    void aTextThatIsPlainIsTheSameAsAfterALongerLook(@ForAll("texts") String text) {
        assertThat(PlainText.line(text)).isEqualTo(PlainText.line("\t" + text));
    }
}
