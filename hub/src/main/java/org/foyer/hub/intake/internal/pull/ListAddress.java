package org.foyer.hub.intake.internal.pull;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.foyer.kit.NotFetched;

/** Addresses of lists below the address of a source. What a tool says is one step of a path, or one value, and nothing more. */
final class ListAddress {

    private static final Pattern MEMBER = Pattern.compile("\\{([A-Za-z0-9_.]+)}");

    private ListAddress() {}

    /** @param members of the record for which it is asked */
    static URI below(URI base, String path, Map<String, String> members) throws NotFetched {
        Matcher member = MEMBER.matcher(path);
        StringBuilder filled = new StringBuilder();
        while (member.find()) {
            String value = members.getOrDefault(member.group(1), "");
            if (value.isEmpty() || value.length() > 200 || value.matches("\\.+")) {
                throw new NotFetched("pull-key-missing", member.group(1));
            }
            member.appendReplacement(filled, Matcher.quoteReplacement(encoded(value)));
        }
        member.appendTail(filled);
        if (filled.isEmpty()) {
            return base;
        }
        String text = base.toString();
        int query = text.indexOf('?');
        String plain = query < 0 ? text : text.substring(0, query);
        String rest = query < 0 ? "" : text.substring(query);
        return URI.create(plain + (plain.endsWith("/") ? "" : "/") + filled + rest);
    }

    /** The address with parameters added. */
    static URI with(URI address, Map<String, String> parameters) {
        StringBuilder text = new StringBuilder(address.toString());
        char sign = address.getRawQuery() == null ? '?' : '&';
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            text.append(sign).append(encoded(parameter.getKey())).append('=').append(encoded(parameter.getValue()));
            sign = '&';
        }
        return URI.create(text.toString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
