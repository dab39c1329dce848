package org.foyer.hub;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which room may call which, and what the code of a tree really does. */
final class Rooms {

    /** Room → rooms it may call. The kit is a module of its own. */
    static final Map<String, Set<String>> MAY_CALL = Map.ofEntries(
            Map.entry("kit", Set.of()),
            Map.entry("model", Set.of()),
            Map.entry("store", Set.of("model")),
            Map.entry("fetching", Set.of("kit")),
            Map.entry("intake", Set.of("kit", "model", "store", "fetching")),
            Map.entry("linking", Set.of("model", "store")),
            Map.entry("governance", Set.of("model", "store")),
            Map.entry("insight", Set.of("model", "store", "governance")),
            Map.entry("catalogue", Set.of("kit", "model", "store", "fetching", "linking", "governance")),
            Map.entry("returns", Set.of("model", "store", "governance")),
            Map.entry("exchange", Set.of("model", "store", "fetching", "governance", "catalogue", "insight")),
            Map.entry("learning", Set.of("model", "store", "insight")),
            Map.entry("simulation", Set.of("model")),
            Map.entry(
                    "site",
                    Set.of(
                            "kit",
                            "model",
                            "store",
                            "fetching",
                            "intake",
                            "linking",
                            "governance",
                            "insight",
                            "catalogue",
                            "returns",
                            "exchange",
                            "learning",
                            "simulation")));

    private final String root;
    private final JavaClasses classes;

    Rooms(String root, JavaClasses classes) {
        this.root = root;
        this.classes = classes;
    }

    /** Room → rooms it calls, as the compiled code shows. */
    Map<String, Set<String>> calls() {
        Map<String, Set<String>> calls = new TreeMap<>();
        for (JavaClass from : classes) {
            String room = roomOf(from);
            if (MAY_CALL.containsKey(room)) {
                calls.computeIfAbsent(room, key -> new TreeSet<>());
                for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
                    String called = roomOf(dependency.getTargetClass());
                    if (!called.isEmpty() && !called.equals(room)) {
                        calls.get(room).add(called);
                    }
                }
            }
        }
        return calls;
    }

    /** Every call through a wall: from a room that may not, or into the inner part of another room. */
    List<String> violations() {
        Set<String> violations = new TreeSet<>();
        for (JavaClass from : classes) {
            String room = roomOf(from);
            if (!room.isEmpty() && !MAY_CALL.containsKey(room)) {
                violations.add("unknown room " + room + ": " + from.getName());
            }
            from.getDirectDependenciesFromSelf().forEach(dependency -> {
                JavaClass to = dependency.getTargetClass();
                String called = roomOf(to);
                if (called.isEmpty() || called.equals(room)) {
                    return;
                }
                if (!MAY_CALL.getOrDefault(room, Set.of()).contains(called)) {
                    violations.add(room + " may not call " + called + ": " + from.getName() + " → " + to.getName());
                }
                if (isInner(to) && !isWiring(from)) {
                    violations.add(
                            "inner part of " + called + " used from outside: " + from.getName() + " → " + to.getName());
                }
            });
        }
        return List.copyOf(violations);
    }

    private String roomOf(JavaClass type) {
        String name = type.getBaseComponentType().getPackageName();
        if (name.equals("org.foyer.kit")) {
            return "kit";
        }
        if (!name.startsWith(root + ".")) {
            return "";
        }
        return name.substring(root.length() + 1).split("\\.", 2)[0];
    }

    private static boolean isInner(JavaClass type) {
        return type.getPackageName().contains(".internal");
    }

    /** The two classes that put the rooms together must name what they construct. */
    private boolean isWiring(JavaClass type) {
        String name = type.getName();
        return name.equals(root + ".site.Node") || name.startsWith(root + ".site.NodeRooms");
    }
}
