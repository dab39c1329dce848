package org.foyer.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Runs the benchmarks named, or all, in a folder that is kept between runs so that the large node is made once. */
public final class Benchmarks {

    private static final List<String> ALL = List.of(
            "simulator",
            "start",
            "linking",
            "overlap",
            "jsonld",
            "jsonld-import",
            "graph",
            "feed",
            "search",
            "reconciliation",
            "segments",
            "load",
            "pages",
            "paint");

    private Benchmarks() {}

    public static void main(String... arguments) throws Exception {
        Path work = Files.createDirectories(Path.of(arguments[0]));
        Report report = new Report(Path.of("docs", "benchmarks.md"));
        List<String> names = arguments.length == 1 ? ALL : List.of(arguments).subList(1, arguments.length);
        for (String name : names) {
            switch (name) {
                case "node" -> BenchNode.filled(work);
                case "simulator" -> new SimulatorBench(work, report).run();
                case "start" -> new StartBench(work, report).run();
                case "linking" -> new LinkingBench(work, report).run();
                case "overlap" -> new OverlapBench(work, report).run();
                case "jsonld" -> new JsonLdBench(work, report).run();
                case "jsonld-import" -> new JsonLdImportBench(work, report).run();
                case "graph" -> new GraphBench(work, report).run();
                case "feed" -> new FeedBench(work, report).run();
                case "segments" -> new SegmentsBench(work, report).run();
                case "search" -> new SearchBench(work, report).run();
                case "reconciliation" -> new ReconciliationBench(work, report).run();
                case "load" -> new LoadBench(work, report).run();
                case "pages" -> new PagesBench(work, report).run();
                case "paint" -> new PaintBench(work, report).run();
                default -> throw new IllegalArgumentException("no such benchmark: " + name + ", but " + ALL);
            }
        }
    }
}
