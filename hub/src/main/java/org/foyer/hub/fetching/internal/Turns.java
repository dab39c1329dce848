package org.foyer.hub.fetching.internal;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;
import org.foyer.hub.fetching.FetchLimits;
import org.foyer.hub.fetching.Outside;
import org.foyer.hub.fetching.Visit;
import org.foyer.kit.NotFetched;
import org.foyer.kit.WebAnswer;
import org.jspecify.annotations.Nullable;

/** What one visit asked so far, one request after the other, and what it may still ask. */
final class Turns {

    private final FetchLimits limits;
    private final Outside outside;
    private final Instant until;
    private Duration between;
    private @Nullable Instant earliest;
    private int requests;
    private long bytes;

    Turns(FetchLimits limits, Outside outside, Visit visit) {
        this.limits = limits;
        this.outside = outside;
        this.between = visit.between();
        this.until = outside.clock().instant().plus(limits.visitMax());
    }

    /** Waits longer between two requests from now on, the next one included; never shorter. */
    void atMostEvery(Duration longer) {
        if (longer.compareTo(between) > 0) {
            earliest = earliest == null ? null : earliest.minus(between).plus(longer);
            between = longer;
        }
    }

    /** Asks once. */
    @FunctionalInterface
    interface Question {
        /** @param bytesMax how long the answer may be */
        WebAnswer ask(long bytesMax) throws IOException;
    }

    WebAnswer take(Question question) throws IOException {
        if (++requests > limits.requestsMax()) {
            throw new NotFetched("pull-pages-too-many", Integer.toString(limits.requestsMax()));
        }
        Instant now = outside.clock().instant();
        if (!isTimeFor(Duration.ZERO)) {
            throw new NotFetched(
                    "fetch-visit-too-long", Long.toString(limits.visitMax().toMinutes()));
        }
        if (earliest != null && now.isBefore(earliest)) {
            pause(Duration.between(now, earliest));
        }
        earliest = outside.clock().instant().plus(between);
        WebAnswer answer = question.ask(limits.visitBytesMax() - bytes);
        bytes += answer.length();
        return answer;
    }

    boolean isTimeFor(Duration wait) {
        return outside.clock().instant().plus(wait).isBefore(until);
    }

    void pause(Duration time) throws NotFetched {
        try {
            outside.pause().of(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotFetched("fetch-ended");
        }
    }

    /** Why nothing came, in words. */
    NotFetched told(IOException e, String host) {
        if (e instanceof NotFetched known) {
            return known;
        }
        if (e instanceof AddressRules.PrivateAddress) {
            return new NotFetched("fetch-host-private", host);
        }
        if (e instanceof UnknownHostException) {
            return new NotFetched("fetch-host-unknown", host);
        }
        if (e instanceof Exchange.TooLarge) {
            return limits.visitBytesMax() - bytes < limits.answerBytesMax()
                    ? new NotFetched("fetch-visit-too-large", host, Long.toString(limits.visitBytesMax() >> 20))
                    : new NotFetched("fetch-too-large", host, Integer.toString(limits.answerBytesMax() >> 20));
        }
        if (e instanceof SSLException) {
            return new NotFetched("fetch-certificate", host);
        }
        if (e instanceof SocketTimeoutException || e instanceof InterruptedIOException) {
            return new NotFetched(
                    "fetch-too-slow", host, Long.toString(limits.answerMax().toSeconds()));
        }
        return new NotFetched(e instanceof ZipException ? "fetch-packing" : "fetch-no-answer", host);
    }

    static String host(URI address) {
        return AddressRules.shown(String.valueOf(address.getHost()));
    }
}
