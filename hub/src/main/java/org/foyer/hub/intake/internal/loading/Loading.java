package org.foyer.hub.intake.internal.loading;

import java.time.Instant;
import org.foyer.hub.model.HouseId;

/**
 * What a load needs to know of its run and house.
 *
 * @param zone IANA name
 * @param currency ISO 4217 code
 * @param places decimal places of the currency
 * @param salt secret of the house from which person keys are made
 * @param begunAt when the run began, which dates what it sees without a date
 */
public record Loading(HouseId house, String zone, String currency, int places, String salt, int run, Instant begunAt) {

    Stage stage(String source, String table) {
        return new Stage(house, zone, run, source, table);
    }

    /** Number of the house; a constant in SQL, because only then the engine skips the blocks of other houses. */
    int houseNumber() {
        return house.value();
    }

    String begunLiteral() {
        return "timestamp "
                + CellSql.literal(java.time.LocalDateTime.ofInstant(begunAt, java.time.ZoneOffset.UTC)
                        .format(java.time.format.DateTimeFormatter.ofPattern(
                                "yyyy-MM-dd HH:mm:ss.SSS", java.util.Locale.ROOT)));
    }
}
