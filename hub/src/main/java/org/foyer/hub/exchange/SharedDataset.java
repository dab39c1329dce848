package org.foyer.hub.exchange;

import java.util.List;

/**
 * A data set that this node offers.
 *
 * @param id its name, the same in catalogue, offers and agreements
 * @param terms ODRL permissions, prohibitions and obligations as JSON, without target
 * @param offerId name of the offer
 * @param formats in which it may be transferred, by the names of the protocol's profiles
 * @param automatic whether whoever takes the terms as they are needs nobody's word
 */
public record SharedDataset(
        String id, String title, String offerId, String terms, List<String> formats, boolean automatic) {

    /** The data is fetched by the consumer over HTTP. */
    public static final String PULL = "HttpData-PULL";

    /** The provider brings it to the address that the consumer told. */
    public static final String PUSH = "HttpData-PUSH";
}
