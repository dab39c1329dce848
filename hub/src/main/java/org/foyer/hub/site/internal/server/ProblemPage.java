package org.foyer.hub.site.internal.server;

import java.util.Locale;

/** Shows a problem to a person with a browser. */
public interface ProblemPage {

    /** @return HTML of the whole page */
    String html(int status, String code, String sentence, String mend, Locale language);
}
