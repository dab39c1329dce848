package org.foyer.hub.insight;

import java.time.LocalDate;

/** Net tickets and amount (minor units) sold in the seven days from a Monday, beside the same week a season earlier. */
public record WeekPoint(LocalDate monday, long tickets, long amount, long ticketsBefore, long amountBefore) {}
