package org.foyer.hub.site.internal.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.foyer.hub.intake.PersonRights;
import org.junit.jupiter.api.Test;

class ListedPeopleTest {

    @Test
    void anExportWithSeveralColumnsIsReadByItsEMails() {
        ListedPeople listed =
                ListedPeople.of("\uFEFF\"Nom\";\"E-mail\"\r\n\"Ada\";\"ada@example.org\"\r\n\r\nBo;bo@example.org\r\n");
        assertThat(listed.names()).containsExactly("ada@example.org", "bo@example.org");
        assertThat(listed.lines()).containsExactly(2, 4);
    }

    @Test
    void numbersAloneAreNumbersAndTheSameTwiceIsOne() {
        ListedPeople listed = ListedPeople.of("n° client\n801\n 802 \n801\n");
        assertThat(listed.names()).containsExactly("801", "802");
        assertThat(listed.lines()).containsExactly(2, 3);
    }

    @Test
    void aListWithoutAHeaderLosesNothing() {
        assertThat(ListedPeople.of("801").names()).containsExactly("801");
        assertThat(ListedPeople.of("zoe@example.org\n").names()).containsExactly("zoe@example.org");
    }

    @Test
    void olderEncodingsAreRead() {
        byte[] western = "numéro\nélodie@example.org".getBytes(Charset.forName("windows-1252"));
        assertThat(ListedPeople.of(western).names()).containsExactly("élodie@example.org");
    }

    @Test
    void whatIsNoListIsRefusedWithAReason() {
        assertThatThrownBy(() -> ListedPeople.of(" \n;\n")).hasMessage("people-list-empty");
        assertThatThrownBy(() -> ListedPeople.of("PK\u0003\u0004".getBytes(StandardCharsets.UTF_8)))
                .hasMessage("people-list-unreadable");
        assertThatThrownBy(() -> ListedPeople.of("a@b.example".getBytes(StandardCharsets.UTF_16)))
                .hasMessage("people-list-unreadable");
        String many = IntStream.rangeClosed(0, PersonRights.NAMED_MAX)
                .mapToObj(Integer::toString)
                .collect(Collectors.joining("\n"));
        assertThatThrownBy(() -> ListedPeople.of(many)).hasMessage("people-list-too-long");
        assertThatThrownBy(() -> ListedPeople.of(new byte[ListedPeople.BYTES_MAX + 1]))
                .hasMessage("people-list-too-long");
    }
}
