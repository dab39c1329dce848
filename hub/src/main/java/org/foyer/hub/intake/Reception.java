package org.foyer.hub.intake;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import org.foyer.hub.fetching.FetchLimits;
import org.foyer.hub.fetching.Fetcher;
import org.foyer.hub.fetching.Outside;
import org.foyer.hub.intake.internal.FileIntake;
import org.foyer.hub.intake.internal.programme.ProgrammeLoad;
import org.foyer.hub.intake.internal.programme.ProgrammeSources;
import org.foyer.hub.intake.internal.pull.Connectors;
import org.foyer.hub.intake.internal.pull.HousePulls;
import org.foyer.hub.intake.internal.runs.CrashPoint;
import org.foyer.hub.intake.internal.runs.IntakeLimits;
import org.foyer.hub.store.Archive;
import org.foyer.hub.store.Register;
import org.foyer.hub.store.Warehouse;

/** The doors of this room over the stores of one node: for what is sent, and for what is pulled. */
public record Reception(Intake intake, PulledSources sources, Runnable end) implements AutoCloseable {

    /**
     * @param workFolder for working files, which hold names and vanish with their run
     * @param fetching how much is asked of the network
     * @param fetchAllowed addresses of this machine that may be asked
     * @param fileBytesMax longest file that is received
     * @param consents hears what files say of being contacted
     */
    public static Reception over(
            Register register,
            Warehouse warehouse,
            Archive archive,
            Path workFolder,
            FetchLimits fetching,
            Set<InetSocketAddress> fetchAllowed,
            Clock clock,
            long fileBytesMax,
            SaidInFiles consents) {
        Intake intake = new FileIntake(
                register,
                warehouse,
                archive,
                workFolder,
                ProgrammeSources.all(),
                new ProgrammeLoad(),
                clock,
                new IntakeLimits(fileBytesMax, IntakeLimits.DEFAULT.filesMax(), IntakeLimits.DEFAULT.waitingMax()),
                CrashPoint.NONE,
                consents);
        Fetcher fetcher = new Fetcher(fetching, Outside.real(fetchAllowed, clock));
        HousePulls pulls = HousePulls.over(register, archive, intake, workFolder, fetcher, Connectors.shipped(), clock);
        return new Reception(intake, pulls, pulls::close);
    }

    @Override
    public void close() {
        end.run();
    }
}
