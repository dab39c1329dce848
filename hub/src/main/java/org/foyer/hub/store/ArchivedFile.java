package org.foyer.hub.store;

/**
 * A file as a house sent it.
 *
 * @param name the name under which it was sent, without folders
 * @param bytes its length
 */
public record ArchivedFile(Sha256 sha256, String name, long bytes) {}
