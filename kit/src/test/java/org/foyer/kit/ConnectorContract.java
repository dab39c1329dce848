package org.foyer.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.foyer.kit.Connector.Order;
import org.foyer.kit.Connector.Pulled;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What every {@link Connector} must do. Extend it, answer the questions, and the tests are inherited. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ConnectorContract {

    /** Stands in no sample. */
    protected static final String SECRET = "s3cret-4711";

    private static final String NAME = "[a-z0-9]+(-[a-z0-9]+)*";

    /** More than any sample needs; an endless list is ended by the web of the node. */
    private static final int REQUESTS_MAX = 200;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    /** The connector under test. */
    protected abstract Connector connector();

    /** A sound order, with {@link #SECRET} where the connector takes one. */
    protected abstract Order order();

    /** Path with its query → what the other side answers there. */
    protected abstract Map<String, String> answers();

    /** What the file must hold after a pull of the sample. */
    protected abstract String expected() throws IOException;

    @Test
    void itsKindIsLowerCaseWordsJoinedByHyphens() {
        assertThat(connector().kind()).matches(NAME);
    }

    @Test
    void aSoundOrderHasNoProblem() {
        assertThat(connector().check(order())).isEmpty();
    }

    @Test
    void itRefusesSettingsThatItDoesNotKnow() {
        Order sound = order();
        Map<String, String> settings = new java.util.HashMap<>(sound.settings());
        settings.put("colour-of-the-curtain", "red");
        assertThat(connector()
                        .check(new Order(
                                sound.address(),
                                settings,
                                sound.secret(),
                                sound.since(),
                                sound.etag(),
                                sound.lastModified())))
                .isNotEmpty();
    }

    @Test
    void itWritesWhatTheOtherSideAnswers() throws IOException {
        Path file = file();
        Pulled pulled = connector().pull(order(), new Replay(answers()), file);
        assertThat(pulled.unchanged()).isFalse();
        assertThat(pulled.fileName()).isNotBlank().doesNotContain("/");
        assertThat(file).hasContent(expected());
    }

    @Test
    void theSameAnswersGiveTheSameBytes() throws IOException {
        Path first = file();
        Path second = file();
        connector().pull(order(), new Replay(answers()), first);
        connector().pull(order(), new Replay(answers()), second);
        assertThat(second).hasSameBinaryContentAs(first);
    }

    @Test
    void itAsksNoOtherHostAndPutsNoSecretIntoAnAddress() throws IOException {
        Replay web = new Replay(answers());
        connector().pull(order(), web, file());
        assertThat(web.asked).isNotEmpty().allSatisfy(address -> {
            assertThat(address.getHost()).isEqualTo(order().address().getHost());
            assertThat(address.toString()).doesNotContain(SECRET);
        });
        assertThat(order().toString()).doesNotContain(SECRET);
    }

    @Test
    void whatTheWebRefusesIsPassedOn() throws IOException {
        Path file = file();
        Web refusing = request -> {
            throw new NotFetched("fetch-host-not-listed", "elsewhere.example");
        };
        assertThatThrownBy(() -> connector().pull(order(), refusing, file))
                .isInstanceOfSatisfying(
                        NotFetched.class,
                        told -> assertThat(told.problem().code()).isEqualTo("fetch-host-not-listed"));
    }

    /** Tools answer with their sign-in page, their maintenance page, or with nothing. */
    @Test
    void aPageForPeopleInThePlaceOfDataIsNotTakenForData() throws IOException {
        for (String wrong : List.of("<!DOCTYPE html><html><body>Sign in</body></html>", "")) {
            Path file = file();
            Web web = request -> new WebAnswer(
                    request.address(),
                    200,
                    Map.of("Content-Type", "text/html"),
                    wrong.getBytes(StandardCharsets.UTF_8));
            assertThatThrownBy(() -> connector().pull(order(), web, file)).isInstanceOf(NotFetched.class);
        }
    }

    @Test
    void anAddressThatIsGoneIsTold() throws IOException {
        Path file = file();
        assertThatThrownBy(() -> connector().pull(order(), new Replay(Map.of()), file))
                .isInstanceOf(NotFetched.class);
    }

    private Path file() throws IOException {
        return Files.createTempFile(folder, "pulled", ".tmp");
    }

    /** Answers what is known and 404 to everything else. */
    protected static final class Replay implements Web {
        private final Map<String, String> answers;
        public final List<URI> asked = new ArrayList<>();
        public final List<Map<String, String>> headers = new ArrayList<>();

        public Replay(Map<String, String> answers) {
            this.answers = answers;
        }

        @Override
        public WebAnswer get(Request request) throws IOException {
            asked.add(request.address());
            headers.add(request.headers());
            if (asked.size() > REQUESTS_MAX) {
                throw new NotFetched("pull-pages-too-many", Integer.toString(REQUESTS_MAX));
            }
            URI address = request.address();
            String path = address.getRawPath() + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery());
            @Nullable String body = answers.get(path);
            return new WebAnswer(
                    address,
                    body == null ? 404 : 200,
                    Map.of(),
                    body == null ? new byte[0] : body.getBytes(StandardCharsets.UTF_8));
        }
    }
}
