package org.foyer.hub.site.internal.cli;

import java.util.List;
import org.foyer.hub.site.internal.api.ConsentDesk;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is said of being contacted, as options. */
final class SayingOptions {

    @Option(names = "--said", paramLabel = "S", description = "given, withdrawn or objected.")
    @Nullable
    String said;

    @Option(
            names = "--purpose",
            paramLabel = "P",
            split = ",",
            description = "programme, partners, surveys; several with commas.")
    List<String> purposes = List.of();

    @Option(
            names = "--channel",
            paramLabel = "C",
            split = ",",
            description = "email, post, telephone, sms; several with commas.")
    List<String> channels = List.of();

    @Option(
            names = "--way",
            paramLabel = "W",
            description = "How they said it: box-office, form, paper, telephone, email or file.")
    @Nullable
    String way;

    @Option(names = "--wording", paramLabel = "T", description = "What they agreed to, word for word; for a consent.")
    @Nullable
    String wording;

    @Option(names = "--language", paramLabel = "L", description = "Of the wording and the receipt: fr (default) or en.")
    String language = "fr";

    @Option(names = "--until", paramLabel = "DAY", description = "Last day of the consent, such as 2027-12-31.")
    @Nullable
    String until;

    ConsentDesk.Saying saying() {
        return new ConsentDesk.Saying(said, purposes, channels, way, wording, language, until);
    }
}
