package org.foyer.hub.exchange;

/** The endpoints of the Dataspace Protocol 2025-1, without a web framework. */
public interface Protocol {

    /** Version that is spoken, and name of its path. */
    String VERSION = "2025-1";

    /** Where the endpoints lie below the address of the node. */
    String ROOT = "/dsp/" + VERSION;

    /** Where a node says which versions it speaks. */
    String VERSIONS = "/.well-known/dspace-version";

    /** Bytes of one message; a longer one is not read. */
    int MESSAGE_BYTES_MAX = 256 << 10;

    /** Answers a request below {@link #ROOT}. Never throws for what came in. */
    Answer answer(Ask ask);

    /** The document at {@link #VERSIONS}. */
    Answer versions();
}
