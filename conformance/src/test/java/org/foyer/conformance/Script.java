package org.foyer.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;
import org.foyer.hub.exchange.Conversation;
import org.foyer.hub.exchange.Decisions;
import org.foyer.hub.exchange.Kind;
import org.foyer.hub.exchange.Message;
import org.foyer.hub.exchange.Offering;
import org.foyer.hub.exchange.Participant;
import org.foyer.hub.exchange.SharedDataset;
import org.foyer.hub.exchange.Step;

/** What a person would decide on this node in each test of the kit, told by the data set or agreement that only that test uses. */
final class Script implements Decisions, Offering {

    private static final String TERMS = "{\"permission\":[{\"action\":\"use\"}]}";

    private final Properties decisions = new Properties();

    Script() {
        try (InputStream in = Script.class.getResourceAsStream("/decisions.properties")) {
            decisions.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Names of all tests, as in {@code CN_01_01}. */
    List<String> tests() {
        return List.copyOf(new TreeSet<>(decisions.stringPropertyNames()));
    }

    /** The data set of a test. The kit itself says so in one place. */
    static String dataset(String test) {
        return test.equals("CN_01_02") ? "ACN0102" : test;
    }

    static String offer(String test) {
        return "offer" + dataset(test);
    }

    static String agreement(String test) {
        return "agreement-" + test;
    }

    @Override
    public Optional<Step> next(Conversation conversation) {
        String test = conversation.kind() == Kind.TRANSFER
                ? conversation.agreement().substring("agreement-".length())
                : conversation.dataset().equals("ACN0102") ? "CN_01_02" : conversation.dataset();
        String now = conversation.state() + "/" + conversation.sent() + " ";
        return Arrays.stream(decisions.getProperty(test).split(","))
                .map(String::strip)
                .filter(line -> line.startsWith(now))
                .map(line -> Step.of(Message.valueOf(line.substring(now.length()))))
                .findFirst();
    }

    @Override
    public List<SharedDataset> to(Participant participant) {
        return tests().stream()
                .filter(test -> !test.equals("CAT_01_03"))
                .map(test ->
                        new SharedDataset(dataset(test), test, offer(test), TERMS, List.of(SharedDataset.PULL), false))
                .toList();
    }

    @Override
    public Optional<SharedDataset> find(Participant participant, String id) {
        return to(participant).stream()
                .filter(dataset -> dataset.id().equals(id))
                .findFirst();
    }
}
