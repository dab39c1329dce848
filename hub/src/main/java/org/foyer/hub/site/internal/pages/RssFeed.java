package org.foyer.hub.site.internal.pages;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.foyer.hub.catalogue.News;
import org.jspecify.annotations.Nullable;

/** News as RSS 2.0 (RSS Advisory Board, 2.0.11), with the address of the feed in it as its best practices ask. */
final class RssFeed {

    static final String TYPE = "application/rss+xml;charset=UTF-8";

    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final String MINUTES_KEPT = "60";

    /** As RFC 822 writes it, in English and with two digits of the day. */
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final XMLStreamWriter xml;
    private final NewsWords words;
    private final String base;

    private RssFeed(XMLStreamWriter xml, NewsWords words, String base) {
        this.xml = xml;
        this.words = words;
        this.base = base;
    }

    /**
     * What the news are of.
     *
     * @param link address of the page
     * @param self address of the feed
     */
    record Channel(String title, String link, String self) {}

    /** The language asked for in the address, so that a feed keeps its own; else that of who asks. */
    static Language language(@Nullable String asked, Frames frames) {
        return Language.ALL.stream()
                .filter(language -> language.code().equals(asked))
                .findFirst()
                .orElseGet(frames::language);
    }

    static Response answer(Language language, Channel channel, List<News.Item> items, String base) {
        StreamingOutput out = stream -> write(language, channel, items, base, stream);
        return Response.ok(out)
                .header("Access-Control-Allow-Origin", "*")
                .header("Content-Language", language.code())
                .header("Vary", "Cookie, Accept-Language")
                .build();
    }

    static void write(Language language, Channel channel, List<News.Item> items, String base, OutputStream out)
            throws IOException {
        try {
            XMLStreamWriter xml =
                    XMLOutputFactory.newFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            new RssFeed(xml, new NewsWords(language), base).write(language, channel, items);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
        out.flush();
    }

    private void write(Language language, Channel channel, List<News.Item> items) throws XMLStreamException {
        xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
        xml.writeStartElement("rss");
        xml.writeAttribute("version", "2.0");
        xml.writeNamespace("atom", ATOM);
        xml.writeStartElement("channel");
        text("title", channel.title());
        text("link", channel.link());
        text("description", language.say("news_says"));
        text("language", language.code());
        Instant last = items.stream()
                .map(News.Item::at)
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElse(null);
        if (last != null) {
            text("lastBuildDate", MOMENT.format(last));
        }
        text("ttl", MINUTES_KEPT);
        xml.writeEmptyElement("atom", "link", ATOM);
        xml.writeAttribute("href", channel.self());
        xml.writeAttribute("rel", "self");
        xml.writeAttribute("type", "application/rss+xml");
        for (News.Item item : items) {
            item(item);
        }
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void item(News.Item item) throws XMLStreamException {
        xml.writeStartElement("item");
        text("title", words.title(item));
        text("link", base + "/h/" + item.house().slug() + "/shows/" + item.run());
        text("description", words.html(item));
        for (String category : Stream.of(item.genre(), item.house().name())
                .filter(Objects::nonNull)
                .distinct()
                .toList()) {
            text("category", category);
        }
        xml.writeStartElement("guid");
        xml.writeAttribute("isPermaLink", "false");
        xml.writeCharacters(base + "/id/run/" + item.run() + "#change-" + item.change());
        xml.writeEndElement();
        if (item.at() != null) {
            text("pubDate", MOMENT.format(item.at()));
        }
        xml.writeEndElement();
    }

    /** Characters that XML 1.0 does not have are left out. */
    private void text(String name, String value) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(
                value.replaceAll("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]", ""));
        xml.writeEndElement();
    }
}
