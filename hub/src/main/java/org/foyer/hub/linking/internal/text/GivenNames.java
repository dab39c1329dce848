package org.foyer.hub.linking.internal.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which given names are everyday forms of one another, in English, French, German and Dutch. */
public final class GivenNames {

    private static final int[] NONE = {};

    private final Map<String, int[]> groups = new HashMap<>();

    public GivenNames() {
        Map<String, List<Integer>> found = new HashMap<>();
        int group = 0;
        for (Map.Entry<String, List<String>> line : WordList.read("nicknames").entrySet()) {
            add(found, line.getKey().replace(" ", ""), group);
            for (String variant : line.getValue()) {
                add(found, variant, group);
            }
            group++;
        }
        found.forEach((name, numbers) -> groups.put(
                name,
                numbers.stream().mapToInt(Integer::intValue).sorted().distinct().toArray()));
    }

    private static void add(Map<String, List<Integer>> found, String name, int group) {
        found.computeIfAbsent(name, key -> new ArrayList<>()).add(group);
    }

    /** Whether one may stand for the other. Both plain, without spaces. */
    public boolean areForms(String a, String b) {
        int[] groupsA = groups.getOrDefault(a, NONE);
        int[] groupsB = groups.getOrDefault(b, NONE);
        for (int group : groupsA) {
            if (Arrays.binarySearch(groupsB, group) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** Numbers of the groups of forms that a plain name belongs to. */
    public int[] groups(String name) {
        return groups.getOrDefault(name, NONE).clone();
    }
}
