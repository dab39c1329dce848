package org.foyer.hub.simulation.internal;

/** Why a ticket has its price, with what it costs beside the full price in per cent. */
enum Tariff {
    FULL(100, "Plein tarif", "Full price"),
    REDUCED(72, "Tarif réduit", "Concession"),
    YOUTH(50, "Moins de 26 ans", "Under 26"),
    SCHOOL(0, "Scolaire", "School"),
    GROUP(80, "Groupe", "Group"),
    SUBSCRIPTION(70, "Abonnement", "Subscription"),
    PASS(65, "Pass", "Pass"),
    INVITATION(0, "Invitation", "Complimentary"),
    PROFESSIONAL(40, "Professionnel", "Industry"),
    JOBSEEKER(60, "Demandeur d'emploi", "Concessions"),
    /** A word of the house that no common list knows, as houses have them. */
    FRIEND(85, "Ami du lieu", "Friends' night");

    private static final int SCHOOL_PRICE = 700;
    private static final int STEP = 50;

    private final int percent;
    final String french;
    final String english;

    Tariff(int percent, String french, String english) {
        this.percent = percent;
        this.french = french;
        this.english = english;
    }

    /** Price in minor units for a seat whose full price is given, to the next half unit. */
    int price(int list) {
        if (this == SCHOOL) {
            return Math.min(list, SCHOOL_PRICE);
        }
        return (list * percent / 100 + STEP / 2) / STEP * STEP;
    }
}
