package org.foyer.hub.intake.internal.reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The beginning of a file.
 *
 * @param bytes at most {@link #BYTES_MAX}
 * @param whole whether nothing follows
 */
record Head(byte[] bytes, boolean whole) {

    static final int BYTES_MAX = 2 << 20;

    private static final int SOURCE_BYTES = 64 << 10;

    static Head of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(BYTES_MAX);
            return new Head(bytes, bytes.length < BYTES_MAX || in.read() < 0);
        }
    }

    boolean begins(int... first) {
        if (bytes.length < first.length) {
            return false;
        }
        for (int i = 0; i < first.length; i++) {
            if ((bytes[i] & 0xFF) != first[i]) {
                return false;
            }
        }
        return true;
    }

    /** As text without a byte order mark; what cannot be decoded becomes U+FFFD. */
    String text(Charset charset) {
        String text = new String(bytes, charset);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** What sources are asked about: at most 64 KiB, as UTF-8. */
    String sourceBeginning() {
        String text = new String(bytes, 0, Math.min(bytes.length, SOURCE_BYTES), StandardCharsets.UTF_8);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** What a file is that is no table, in the words of its makers; empty when nothing speaks for that. */
    String otherKind() {
        if (begins('%', 'P', 'D', 'F')) {
            return "PDF";
        }
        if (begins(0xD0, 0xCF, 0x11, 0xE0)) {
            return "XLS";
        }
        if (begins(0x89, 'P', 'N', 'G') || begins(0xFF, 0xD8, 0xFF) || begins('G', 'I', 'F', '8')) {
            return "image";
        }
        if (begins(0x1F, 0x8B) || begins('R', 'a', 'r', '!') || begins('7', 'z', 0xBC, 0xAF)) {
            return "archive";
        }
        String start = new String(bytes, 0, Math.min(bytes.length, 1024), StandardCharsets.ISO_8859_1)
                .replace("ï»¿", "")
                .stripLeading()
                .toLowerCase(Locale.ROOT);
        if (start.startsWith("<!doctype html") || start.startsWith("<html") || start.startsWith("<table")) {
            return "HTML";
        }
        if (start.startsWith("<?xml")) {
            return "XML";
        }
        return isBinary() ? "binary" : "";
    }

    /** More than one byte in ten is a control code that no text has. */
    private boolean isBinary() {
        int control = 0;
        for (byte b : bytes) {
            if (b >= 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != '\f') {
                control++;
            }
        }
        return control * 10L > bytes.length;
    }
}
