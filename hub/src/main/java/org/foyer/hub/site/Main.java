package org.foyer.hub.site;

import io.quarkus.runtime.annotations.QuarkusMain;
import org.foyer.hub.site.internal.cli.Commands;
import org.foyer.hub.site.internal.cli.Console;

/** Where the process begins: a command line; only {@code serve} and {@code demo} start the web framework. */
@QuarkusMain
public final class Main {

    private Main() {}

    /** Runs a command and ends the process with its exit code. */
    public static void main(String... arguments) {
        System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager"); // before anything logs
        int code = Commands.run(Console.ofProcess(), arguments);
        if (code != 0) {
            System.exit(code);
        }
    }
}
