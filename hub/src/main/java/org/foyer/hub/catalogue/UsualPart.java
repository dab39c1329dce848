package org.foyer.hub.catalogue;

import java.util.List;

/**
 * Who usually has a role in a run.
 *
 * @param role in the house's words; of a musician the instrument
 * @param names at least one
 * @param dates on how many dates of the run exactly these have it
 * @param always whether every date of the run credits somebody in it
 * @param instrument whether it is the instrument of a musician on any date, and not the role itself
 */
public record UsualPart(String role, List<String> names, long dates, boolean always, boolean instrument) {}
