package org.foyer.hub.intake.internal.programme;

import java.util.List;
import org.foyer.kit.Source;

/** Every source of programmes that Foyer knows, the most particular first. */
public final class ProgrammeSources {

    private ProgrammeSources() {}

    public static List<Source> all() {
        return List.of(
                new TypedShow(),
                new DecidedDoubles(),
                new TypedHouse(),
                new NewYorkPhilharmonic(),
                new Spektrix(),
                new PretixProgramme(),
                new FoyerChanges(),
                new UitDatabank(),
                new DataScene(),
                new OpenAgenda(),
                new SchemaOrg(),
                new CalendarFile(),
                new CapData());
    }
}
