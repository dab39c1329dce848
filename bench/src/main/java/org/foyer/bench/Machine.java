package org.foyer.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the figures were measured on. */
final class Machine {

    private Machine() {}

    static String describe() {
        com.sun.management.OperatingSystemMXBean system = system();
        return "%d processors (%s), %d GiB, %s %s, Java %s, load %.1f at the start"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        processor(),
                        system.getTotalMemorySize() >> 30,
                        System.getProperty("os.name"),
                        System.getProperty("os.version"),
                        System.getProperty("java.version"),
                        system.getSystemLoadAverage());
    }

    /** Time that all threads of this process had on a processor so far. */
    static double processorSeconds() {
        return system().getProcessCpuTime() / 1e9;
    }

    private static com.sun.management.OperatingSystemMXBean system() {
        return (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    }

    private static String processor() {
        try {
            return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                    .filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 2))
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException e) {
            return "unknown";
        }
    }
}
