package org.foyer.hub.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What may be expected of buyers, on the command line. */
class AudienceCommandTest extends CommandLineStand {

    @Test
    void whyNothingMayBeExpectedOfAHouseWithoutSalesIsTold() {
        addHouse();
        assertThat(run("audience", "--house", "theatre-du-port", "--expected", "--format", "csv"))
                .as(err)
                .isZero();
        assertThat(out.strip())
                .isEqualToNormalizingNewlines("topic,key,buyers,expected,seen,mean_error\nverdict,NO_BUYERS,0,,,");
        assertThat(run("audience", "--house", "theatre-du-port", "--expected"))
                .as(err)
                .isZero();
        assertThat(out).contains("\"verdict\" : \"NO_BUYERS\"", "\"tenths\" : [ ]", "\"holdOut\" : null");
    }
}
