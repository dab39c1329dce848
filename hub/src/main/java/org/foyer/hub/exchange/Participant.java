package org.foyer.hub.exchange;

import java.net.URI;

/**
 * Somebody with whom this node speaks the Dataspace Protocol.
 *
 * @param id its name in tokens, catalogues and agreements
 * @param address under which all its endpoints lie, without a final slash; nothing is sent anywhere else
 */
public record Participant(String id, String name, URI address) {

    /** How the identifiers of its node begin, without a final slash. */
    public String base() {
        String text = address.toString();
        return text.endsWith(Protocol.ROOT) ? text.substring(0, text.length() - Protocol.ROOT.length()) : text;
    }

    /** Whether an address lies under the one that is known of it: same scheme, host and port, and a path below. */
    public boolean owns(URI other) {
        if (other.getHost() == null || other.getRawUserInfo() != null || other.getScheme() == null) {
            return false;
        }
        String path = other.normalize().getPath();
        String below = address.getPath() == null ? "" : address.getPath();
        return other.getScheme().equalsIgnoreCase(address.getScheme())
                && other.getHost().equalsIgnoreCase(address.getHost())
                && other.getPort() == address.getPort()
                && !path.contains("/..")
                && (path.equals(below) || path.startsWith(below + "/"));
    }
}
