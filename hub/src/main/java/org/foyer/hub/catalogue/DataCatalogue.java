package org.foyer.hub.catalogue;

import java.io.IOException;
import java.io.OutputStream;

/**
 * The open data sets of the node, described by DCAT-AP 3: a data set for the programme of each house, with its forms, its dumps and
 * its licence, and the services that answer questions. Public.
 */
public interface DataCatalogue {

    /** Houses that are described, at most. */
    int HOUSES_MAX = 1_000;

    /**
     * Writes the description.
     *
     * @param base address of the node, without a final slash
     */
    void write(String base, RdfForm form, OutputStream out) throws IOException;
}
