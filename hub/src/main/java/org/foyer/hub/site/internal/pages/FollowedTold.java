package org.foyer.hub.site.internal.pages;

import java.util.stream.Collectors;
import org.foyer.hub.governance.Followed;

/** By which version of its definition a shared figure was computed, and whether networks adopted that one, in a sentence. */
final class FollowedTold {

    private FollowedTold() {}

    static String says(Language language, int version, Followed followed) {
        String networks = followed.networks().stream()
                .map(one -> language.say(
                        "followed_network",
                        one.network().isEmpty() ? language.say("followed_houses") : one.network(),
                        language.formats().number(one.version())))
                .collect(Collectors.joining(", "));
        return language.say(
                "followed_" + Labels.underscored(followed.standing().key()),
                language.formats().number(version),
                networks);
    }
}
