package org.foyer.kit;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What an address answered. The whole body is here; its length is bounded by the node. */
public final class WebAnswer {

    /** Bytes that are looked at to tell what a body is. */
    private static final int BEGINNING_BYTES = 1_024;

    private final URI address;
    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;

    /**
     * @param address from which it came, after redirects
     * @param headers of several with one name the first
     */
    public WebAnswer(URI address, int status, Map<String, String> headers, byte[] body) {
        this.address = address;
        this.status = status;
        this.headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        this.headers.putAll(headers);
        this.body = body.clone();
    }

    public URI address() {
        return address;
    }

    public int status() {
        return status;
    }

    /** Whether there is a body to read. */
    public boolean isThere() {
        return status >= 200 && status < 300;
    }

    /** Whether nothing changed since what the conditional request named. */
    public boolean isUnchanged() {
        return status == 304;
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** Media type without its parameters, lower-case; empty when none was told. */
    public String mediaType() {
        String type = headers.getOrDefault("Content-Type", "");
        int end = type.indexOf(';');
        return (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }

    public InputStream body() {
        return new ByteArrayInputStream(body);
    }

    /** Bytes of the body. */
    public int length() {
        return body.length;
    }

    /** How the body begins, as UTF-8, without a byte order mark or blanks before it. */
    public String beginning() {
        String text = new String(body, 0, Math.min(body.length, BEGINNING_BYTES), StandardCharsets.UTF_8);
        return text.replace("\uFEFF", "").stripLeading();
    }

    /** Whether it is a page for people, whatever it calls itself. */
    public boolean isPage() {
        String begins = beginning().toLowerCase(Locale.ROOT);
        return begins.startsWith("<!doctype html") || begins.startsWith("<html");
    }
}
