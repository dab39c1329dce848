package org.foyer.hub.site.internal.cli;

import picocli.CommandLine.IVersionProvider;

/** Says which Foyer and which Java this is. */
final class FoyerVersion implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = FoyerVersion.class.getPackage().getImplementationVersion();
        return new String[] {
            "Foyer " + (version == null ? "(not packaged)" : version),
            "Java " + System.getProperty("java.version") + " (" + System.getProperty("java.vendor") + ")"
        };
    }
}
