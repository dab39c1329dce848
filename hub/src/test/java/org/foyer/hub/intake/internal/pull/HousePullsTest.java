package org.foyer.hub.intake.internal.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.foyer.hub.fetching.StubPeer.body;
import static org.foyer.hub.fetching.StubPeer.status;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.foyer.hub.fetching.StubPeer;
import org.foyer.hub.intake.PulledSource;
import org.foyer.hub.intake.PulledSource.State;
import org.foyer.hub.intake.PulledSources;
import org.foyer.hub.intake.SourceWish;
import org.foyer.hub.intake.internal.IntakeStand;
import org.foyer.hub.model.IntakeRunId;
import org.foyer.kit.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A house's calendar, pulled over a real connection into real stores. */
@Timeout(120)
class HousePullsTest {

    private static final String SECRET = "s3cret-4711";

    @TempDir
    Path folder;

    private PullStand stand;

    @BeforeEach
    void begin() {
        stand = new PullStand(folder);
    }

    @AfterEach
    void end() {
        stand.close();
    }

    private static StubPeer.Answer calendar(int events, String... headers) {
        StringBuilder text = new StringBuilder("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n");
        for (int i = 1; i <= events; i++) {
            text.append("BEGIN:VEVENT\r\nUID:%1$d\r\nSUMMARY:Lear %1$d\r\nDTSTART:202605%1$02dT200000\r\nEND:VEVENT\r\n"
                    .formatted(i));
        }
        return body(200, "text/calendar", text.append("END:VCALENDAR\r\n").toString(), headers);
    }

    private static void failed(PulledSource source, String code) {
        assertThat(source.state()).isEqualTo(State.FAILED);
        assertThat(Objects.requireNonNull(source.problem()).code()).isEqualTo(code);
    }

    @Test
    void whatIsPulledIsTakenLikeAFileThatAPersonSent() {
        stand.peer.on("/a.ics", calendar(2, "ETag", "\"one\""));
        stand.added("calendar", "/a.ics", Map.of(), null);
        PulledSource pulled = stand.pull();
        assertThat(pulled.state()).isEqualTo(State.TAKEN);
        assertThat(pulled.records()).isEqualTo(2);
        assertThat(stand.programme()).containsExactly("Lear 1 2026-05-01 20:00", "Lear 2 2026-05-02 20:00");
        var report = stand.node.intake.report(new IntakeRunId(pulled.run())).orElseThrow();
        assertThat(report.actor()).isEqualTo("ada");
        assertThat(report.files().get(0).name()).isEqualTo("peer.example.ics");
        assertThat(stand.node.archive.holds(
                        IntakeStand.PARIS, report.files().get(0).sha256()))
                .isTrue();
    }

    @Test
    void theSameAnswerTwiceMakesNoSecondRun() {
        stand.peer.on("/a.ics", calendar(2));
        stand.added("calendar", "/a.ics", Map.of(), null);
        PulledSource first = stand.pull();
        PulledSource second = stand.pull();
        assertThat(second.state()).isEqualTo(State.UNCHANGED);
        assertThat(second.run()).isEqualTo(first.run());
        assertThat(stand.node.intake.runs(IntakeStand.PARIS, 0, 10).total()).isEqualTo(1);
    }

    @Test
    void theOtherSideIsAskedOnlyWhetherSomethingChanged() {
        stand.peer.on("/a.ics", calendar(2, "ETag", "\"one\""), status(304));
        stand.added("calendar", "/a.ics", Map.of(), null);
        stand.pull();
        assertThat(stand.pull().state()).isEqualTo(State.UNCHANGED);
        assertThat(stand.peer.asked.get(1).headers()).containsEntry("if-none-match", "\"one\"");
    }

    @Test
    void whatAPersonTookBackIsTakenAgainWhenItIsPulledAgain() {
        stand.peer.on("/a.ics", calendar(2, "ETag", "\"one\""));
        stand.added("calendar", "/a.ics", Map.of(), null);
        PulledSource first = stand.pull();
        stand.node.intake.undo(new IntakeRunId(first.run()), "ada");
        assertThat(stand.programme()).isEmpty();
        assertThat(stand.pull().state()).isEqualTo(State.TAKEN);
        assertThat(stand.peer.asked.get(1).headers()).doesNotContainKey("if-none-match");
        assertThat(stand.programme()).hasSize(2);
    }

    @Test
    void aFeedThatShrinksByNineTenthsWaitsForAPersonsWord() {
        stand.peer.on("/a.ics", calendar(20), calendar(2), calendar(3));
        stand.added("calendar", "/a.ics", Map.of(), null);
        stand.pull();
        PulledSource held = stand.pull();
        assertThat(held.state()).isEqualTo(State.HELD);
        assertThat(held.heldRecords()).isEqualTo(2);
        assertThat(Objects.requireNonNull(held.problem()).code()).isEqualTo("pull-shrunk");
        assertThat(stand.node.intake.runs(IntakeStand.PARIS, 0, 10).total()).isEqualTo(1);
        // three of twenty are more than a tenth
        assertThat(stand.pull().state()).isEqualTo(State.TAKEN);
    }

    @Test
    void whatIsHeldIsTakenByAWord() {
        stand.peer.on("/a.ics", calendar(20), calendar(1));
        stand.added("calendar", "/a.ics", Map.of(), null);
        stand.pull();
        assertThat(stand.pull().state()).isEqualTo(State.HELD);
        PulledSource taken = stand.takeHeld();
        assertThat(taken.state()).isEqualTo(State.TAKEN);
        assertThat(taken.records()).isEqualTo(1);
        assertThat(taken.heldRecords()).isNull();
        assertThat(stand.pull().state()).isEqualTo(State.UNCHANGED);
    }

    @Test
    void anEmptyFeedWaitsAndASeasonStays() {
        stand.peer.on("/a.ics", calendar(3), calendar(0));
        stand.added("calendar", "/a.ics", Map.of(), null);
        stand.pull();
        assertThat(stand.pull().state()).isEqualTo(State.HELD);
        assertThat(stand.programme()).hasSize(3);
    }

    @Test
    void whatCannotBeHadIsToldAndTriedLaterAndLater() {
        stand.peer.on("/a.ics", status(500));
        stand.added("calendar", "/a.ics", Map.of(), null);
        PulledSource first = stand.pull();
        failed(first, "fetch-status");
        assertThat(first.nextAt())
                .isEqualTo(Objects.requireNonNull(first.triedAt()).plus(Duration.ofMinutes(15)));
        PulledSource second = stand.pull();
        assertThat(second.nextAt())
                .isEqualTo(Objects.requireNonNull(second.triedAt()).plus(Duration.ofMinutes(30)));
    }

    @Test
    void whoAsksToBeLeftAloneIsLeftAloneAsLong() {
        stand.peer.on("/a.ics", status(429, "Retry-After", "7200"));
        stand.added("calendar", "/a.ics", Map.of(), null);
        PulledSource source = stand.pull();
        failed(source, "fetch-busy");
        assertThat(source.nextAt())
                .isEqualTo(Objects.requireNonNull(source.triedAt()).plus(Duration.ofHours(2)));
    }

    @Test
    void pagesForPeopleAndBrokenCalendarsAreTold() {
        stand.peer.on("/a.ics", body(200, "text/html", "<!DOCTYPE html><title>Sign in</title>"));
        stand.added("calendar", "/a.ics", Map.of(), null);
        failed(stand.pull(), "pull-page-for-people");
        stand.peer.on("/a.ics", body(200, "text/calendar", "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\n"));
        failed(stand.pull(), "file-truncated");
        assertThat(stand.programme()).isEmpty();
    }

    @Test
    void theSecretIsSealedAndStandsNowhereElse() throws Exception {
        StringBuilder logged = new StringBuilder();
        Handler listening = new Handler() {
            @Override
            public void publish(LogRecord written) {
                logged.append(written.getMessage())
                        .append(List.of(written.getParameters() == null ? new Object[0] : written.getParameters()));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger.getLogger("").addHandler(listening);
        try {
            stand.peer.on("/a.ics", calendar(1), status(401));
            PulledSource added = stand.added("calendar", "/a.ics", Map.of(), SECRET);
            assertThat(added.secret()).isTrue();
            assertThat(added.toString()).doesNotContain(SECRET);
            stand.pull();
            assertThat(stand.peer.asked.get(0).headers()).containsEntry("authorization", "Bearer " + SECRET);
            PulledSource refused = stand.pull();
            failed(refused, "fetch-not-allowed");
            assertThat(String.valueOf(refused.problem())).doesNotContain(SECRET);
        } finally {
            Logger.getLogger("").removeHandler(listening);
        }
        assertThat(logged.toString().contains(SECRET)).isFalse();
        stand.node.warehouse.close();
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1)
                                .contains(SECRET))
                        .as(file.toString())
                        .isFalse();
            }
        }
    }

    @Test
    void sourcesArePulledWhenTheirTimeHasComeAndNotBefore() {
        stand.peer.on("/a.ics", calendar(1), calendar(2), calendar(3));
        stand.added("calendar", "/a.ics", Map.of(), null);
        assertThat(stand.sources.pullDue()).isEqualTo(1);
        assertThat(stand.sources.pullDue()).isZero();
        stand.later(Duration.ofMinutes(59));
        assertThat(stand.sources.pullDue()).isZero();
        stand.later(Duration.ofMinutes(2));
        assertThat(stand.sources.pullDue()).isEqualTo(1);
        assertThat(stand.programme()).hasSize(2);
        assertThat(stand.node
                        .intake
                        .runs(IntakeStand.PARIS, 0, 1)
                        .items()
                        .get(0)
                        .actor())
                .isEqualTo(PulledSources.SCHEDULE);
    }

    @Test
    void everythingThatIsWrongWithASourceIsToldAtOnce() {
        PulledSources.Outcome outcome = stand.sources.add(
                IntakeStand.PARIS,
                new SourceWish(" ", "crystal-ball", "ftp://user@10.0.0.1/", List.of("not a host"), Map.of(), "a\nb", 5),
                "ada");
        assertThat(outcome.kept()).isNull();
        assertThat(outcome.problems())
                .extracting(Problem::code)
                .containsExactlyInAnyOrder(
                        "source-name",
                        "source-interval",
                        "source-host",
                        "fetch-scheme",
                        "source-secret",
                        "source-kind-unknown");
        assertThat(stand.sources.all(IntakeStand.PARIS)).isEmpty();
    }

    @Test
    void aSecretIsSentOnlyWhereNobodyElseReadsIt() {
        PulledSources.Outcome outcome = stand.sources.add(
                IntakeStand.PARIS,
                new SourceWish("A", "calendar", "http://elsewhere.example/a.ics", List.of(), Map.of(), SECRET, 60),
                "ada");
        assertThat(outcome.problems()).extracting(Problem::code).containsExactly("source-secret-open");
    }

    @Test
    void calendarsNamedByTheirOwnSchemeAreMeantAsHttps() {
        PulledSources.Outcome outcome = stand.sources.add(
                IntakeStand.PARIS,
                new SourceWish(
                        "Été à l’Odéon", "calendar", "webcal://cal.example/a.ics", List.of(), Map.of(), null, 60),
                "ada");
        assertThat(Objects.requireNonNull(outcome.kept()).address()).isEqualTo("https://cal.example/a.ics");
        assertThat(outcome.kept().slug()).isEqualTo("ete-a-l-odeon");
        assertThat(stand.sources.all(IntakeStand.LONDON)).isEmpty();
    }

    @Test
    void aSourceThatIsRemovedIsAskedNoMoreAndItsNameIsFree() {
        stand.peer.on("/a.ics", calendar(1));
        stand.added("calendar", "/a.ics", Map.of(), null);
        stand.pull();
        assertThat(stand.add("calendar", "/a.ics", Map.of(), null).problems())
                .extracting(Problem::code)
                .containsExactly("source-name-taken");
        assertThat(stand.sources.remove(IntakeStand.LONDON, "planning")).isFalse();
        assertThat(stand.sources.remove(IntakeStand.PARIS, "planning")).isTrue();
        stand.later(Duration.ofDays(1));
        assertThat(stand.sources.pullDue()).isZero();
        assertThat(stand.programme()).hasSize(1);
        stand.added("calendar", "/a.ics", Map.of(), null);
    }
}
