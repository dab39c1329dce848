package org.foyer.hub.intake.internal.pull;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.foyer.hub.intake.internal.pull.PullRecipe.Paging;
import org.foyer.kit.NotFetched;
import org.foyer.kit.Web;
import org.foyer.kit.WebAnswer;

/**
 * One list, page by page. A page that comes twice is told, since nobody knows then whether the list is whole. A page that is
 * gone in the middle (a word for the next page that expired) makes it begin anew, once.
 */
final class PagedList {

    private static final Pattern NEXT = Pattern.compile(
            "<([^>]*)>\\s*(?:;[^,<]*)?;\\s*rel\\s*=\\s*\"?(?:[^\",;]*\\s)?next[\\s\",;]?", Pattern.CASE_INSENSITIVE);

    private final PullRecipe.Asked list;
    private final URI start;
    private final Web web;
    private final Map<String, String> headers;

    PagedList(PullRecipe.Asked list, URI start, Web web, Map<String, String> headers) {
        this.list = list;
        this.start = start;
        this.web = web;
        this.headers = headers;
    }

    /** Goes through a list and can begin anew. */
    interface Taker extends PageReader.Taker {
        /** Everything taken so far does not count. */
        void anew() throws IOException;
    }

    /** A page in the middle is gone. */
    private static final class Gone extends IOException {
        private static final long serialVersionUID = 1L;
    }

    void read(Taker taker) throws IOException {
        try {
            pages(taker);
        } catch (Gone once) {
            taker.anew();
            try {
                pages(taker);
            } catch (Gone twice) {
                throw new NotFetched("pull-page-gone", list.name());
            }
        }
    }

    private void pages(Taker taker) throws IOException {
        Set<String> seen = new HashSet<>();
        Optional<URI> address = Optional.of(first());
        long records = 0;
        for (int number = 0; address.isPresent(); number++) {
            WebAnswer answer = web.get(Web.Request.of(address.get(), headers));
            if (!answer.isThere()) {
                if (number > 0) {
                    throw new Gone();
                }
                throw new NotFetched(
                        "fetch-status", String.valueOf(answer.address().getHost()), Integer.toString(answer.status()));
            }
            PageReader.Page page = PageReader.read(answer, list, taker);
            if (page.records() > 0 && !seen.add(digest(answer))) {
                throw new NotFetched("pull-page-repeats", list.name());
            }
            records += page.records();
            address = next(answer, page, number, records);
        }
    }

    private URI first() {
        Paging paging = list.paging();
        return switch (paging.kind()) {
            case PAGE -> page(paging.first());
            case OFFSET -> page(0);
            default -> ListAddress.with(start, sized());
        };
    }

    private URI page(long number) {
        Map<String, String> parameters = sized();
        parameters.put(list.paging().parameter(), Long.toString(number));
        return ListAddress.with(start, parameters);
    }

    private Map<String, String> sized() {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (!list.paging().sizeParameter().isEmpty() && list.paging().size() > 0) {
            parameters.put(
                    list.paging().sizeParameter(),
                    Integer.toString(list.paging().size()));
        }
        return parameters;
    }

    private Optional<URI> next(WebAnswer answer, PageReader.Page page, int number, long records) throws NotFetched {
        Paging paging = list.paging();
        boolean full = page.records() > 0 && page.records() >= paging.size();
        return switch (paging.kind()) {
            case NONE -> Optional.empty();
            case PAGE -> full ? Optional.of(page(paging.first() + number + 1L)) : Optional.empty();
            case OFFSET -> full ? Optional.of(page(records)) : Optional.empty();
            case CURSOR ->
                page.next().map(word -> {
                    Map<String, String> parameters = sized();
                    parameters.put(paging.parameter(), word);
                    return ListAddress.with(start, parameters);
                });
            case NEXT -> resolved(answer, page.next());
            case LINK -> resolved(answer, answer.header("Link").flatMap(PagedList::linked));
        };
    }

    private static Optional<String> linked(String header) {
        Matcher next = NEXT.matcher(header);
        return next.find() ? Optional.of(next.group(1)) : Optional.empty();
    }

    /** Headers may prove who asks, so the next page lies where the first one does. */
    private Optional<URI> resolved(WebAnswer answer, Optional<String> link) throws NotFetched {
        if (link.isEmpty()) {
            return Optional.empty();
        }
        try {
            URI next = answer.address().resolve(link.get().strip());
            boolean same = start.getScheme().equalsIgnoreCase(next.getScheme())
                    && start.getRawAuthority().equalsIgnoreCase(String.valueOf(next.getRawAuthority()));
            if (!same) {
                throw new NotFetched("pull-page-elsewhere", list.name());
            }
            return Optional.of(next);
        } catch (IllegalArgumentException unreadable) {
            throw new NotFetched("pull-page-elsewhere", list.name());
        }
    }

    private static String digest(WebAnswer answer) throws IOException {
        try (InputStream in = answer.body()) {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(in.readAllBytes()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
