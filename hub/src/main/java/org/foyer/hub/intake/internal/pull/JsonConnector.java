package org.foyer.hub.intake.internal.pull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.foyer.kit.Connector;
import org.foyer.kit.NotFetched;
import org.foyer.kit.Problem;
import org.foyer.kit.Web;
import org.jspecify.annotations.Nullable;

/** A tool whose lists come as JSON, as a recipe describes them: one that Foyer ships, or one that the house wrote. */
final class JsonConnector implements Connector {

    static final String RECIPE = "recipe";

    /** Records for each of which something else is asked. */
    private static final int PARENTS_MAX = 10_000;

    /** Clocks differ; what changed a little before the last pull is asked once more. */
    private static final Duration OVERLAP = Duration.ofMinutes(10);

    private static final Pattern MEMBER = Pattern.compile("\\{([A-Za-z0-9_.]+)}");

    private final String kind;
    private final boolean own;
    private @Nullable PullRecipe shipped;

    /** @param own whether the house writes the recipe */
    private JsonConnector(String kind, boolean own) {
        this.kind = kind;
        this.own = own;
    }

    /** With a recipe of the house in its settings. */
    static JsonConnector byRecipe() {
        return new JsonConnector("json", true);
    }

    /** With a recipe that comes with Foyer, under its name. */
    static JsonConnector shipped(String name) {
        return new JsonConnector(name, false);
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public List<Problem> check(Order order) {
        List<Problem> problems = new ArrayList<>(SettingCheck.unknown(order, own ? Set.of(RECIPE) : Set.of()));
        PullRecipeReader.Read read = read(order);
        read.faults().forEach(fault -> problems.add(SettingCheck.problem(RECIPE, "pull-recipe-broken", fault)));
        PullRecipe recipe = read.recipe();
        if (recipe != null) {
            boolean needed = recipe.auth().kind() != PullRecipe.Auth.Kind.NONE;
            if (needed && order.secret() == null) {
                problems.add(SettingCheck.problem("secret", "source-secret-missing"));
            } else if (!needed && order.secret() != null) {
                problems.add(SettingCheck.problem("secret", "source-secret-unused"));
            }
        }
        return problems;
    }

    /** A shipped recipe is read when it is first needed. */
    private synchronized PullRecipeReader.Read read(Order order) {
        if (own) {
            return PullRecipeReader.read(order.settings().getOrDefault(RECIPE, ""));
        }
        if (shipped == null) {
            shipped = PullRecipeReader.shipped(kind);
        }
        return new PullRecipeReader.Read(List.of(), shipped);
    }

    private PullRecipe recipe(Order order) throws NotFetched {
        PullRecipe recipe = read(order).recipe();
        if (recipe == null) {
            throw new NotFetched("pull-recipe-broken", RECIPE);
        }
        return recipe;
    }

    @Override
    public Duration between(Order order) {
        PullRecipe recipe = read(order).recipe();
        return recipe == null
                ? Connector.super.between(order)
                : Duration.ofMinutes(1).dividedBy(recipe.perMinute());
    }

    @Override
    public Pulled pull(Order order, Web web, Path target) throws IOException {
        PullRecipe recipe = recipe(order);
        Instant since = order.since();
        try (GatheredFile file = new GatheredFile(target, PageReader.MAPPER, recipe.mark())) {
            Gathering gathering = new Gathering(recipe, order, web, file);
            boolean first = true;
            for (PullRecipe.Asked list : recipe.lists()) {
                file.beginList(list.name(), first);
                gathering.list(list);
                file.endList();
                first = false;
            }
            file.end();
        }
        boolean partial = since != null
                && recipe.lists().stream().anyMatch(list -> !list.since().isEmpty());
        return new Pulled(order.address().getHost() + ".json", false, partial, null, null);
    }

    private static Map<String, String> headers(PullRecipe.Auth auth, @Nullable String secret) {
        Map<String, String> headers = new HashMap<>(Map.of("Accept", "application/json"));
        if (secret != null) {
            switch (auth.kind()) {
                case NONE -> {}
                case BEARER -> headers.put("Authorization", "Bearer " + secret);
                case BASIC ->
                    headers.put(
                            "Authorization",
                            "Basic " + Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8)));
                case HEADER -> headers.put(auth.header(), auth.prefix() + secret);
            }
        }
        return headers;
    }

    /** One pull with what is remembered of its records. */
    private static final class Gathering {

        private final PullRecipe recipe;
        private final Order order;
        private final Web web;
        private final GatheredFile file;
        private final Map<String, String> headers;
        private final Map<String, List<Map<String, String>>> parents = new HashMap<>();

        Gathering(PullRecipe recipe, Order order, Web web, GatheredFile file) {
            this.recipe = recipe;
            this.order = order;
            this.web = web;
            this.file = file;
            this.headers = headers(recipe.auth(), order.secret());
        }

        void list(PullRecipe.Asked list) throws IOException {
            if (list.of() == null) {
                list(list, Map.of());
                return;
            }
            Set<String> asked = new HashSet<>();
            for (Map<String, String> parent : parents.getOrDefault(list.of(), List.of())) {
                boolean meant = list.when().entrySet().stream()
                        .allMatch(wanted -> wanted.getValue().equals(parent.get(wanted.getKey())));
                String once = list.once().isEmpty() ? null : parent.getOrDefault(list.once(), "");
                if (meant && (once == null || !once.isEmpty() && asked.add(once))) {
                    list(list, parent);
                }
            }
        }

        private void list(PullRecipe.Asked list, Map<String, String> parent) throws IOException {
            Map<String, String> query = new LinkedHashMap<>(list.query());
            Instant since = order.since();
            if (!list.since().isEmpty() && since != null) {
                query.put(
                        list.since(),
                        since.minus(OVERLAP).truncatedTo(ChronoUnit.SECONDS).toString());
            }
            URI start = ListAddress.with(ListAddress.below(order.address(), list.path(), parent), query);
            Set<String> needed = needed(list.name());
            List<Map<String, String>> kept = parents.computeIfAbsent(list.name(), name -> new ArrayList<>());
            int keptBefore = kept.size();
            GatheredFile.Place place = file.place();
            new PagedList(list, start, web, headers).read(new PagedList.Taker() {
                @Override
                public void take(JsonNode record) throws IOException {
                    if (record instanceof ObjectNode object) {
                        list.put().forEach((name, of) -> object.put(name, parent.get(of)));
                    }
                    file.record(record);
                    if (!needed.isEmpty()) {
                        kept.add(members(record, needed));
                        if (kept.size() > PARENTS_MAX) {
                            throw new NotFetched("pull-records-too-many", list.name(), Integer.toString(PARENTS_MAX));
                        }
                    }
                }

                @Override
                public void anew() throws IOException {
                    file.backTo(place);
                    kept.subList(keptBefore, kept.size()).clear();
                }
            });
        }

        /** The members of a list's records that other lists ask for. */
        private Set<String> needed(String name) {
            Set<String> needed = new HashSet<>();
            for (PullRecipe.Asked other : recipe.lists()) {
                if (name.equals(other.of())) {
                    Matcher member = MEMBER.matcher(other.path());
                    while (member.find()) {
                        needed.add(member.group(1));
                    }
                    needed.addAll(other.when().keySet());
                    needed.addAll(other.put().values());
                    if (!other.once().isEmpty()) {
                        needed.add(other.once());
                    }
                }
            }
            return needed;
        }

        private static Map<String, String> members(JsonNode record, Set<String> names) {
            Map<String, String> members = new HashMap<>();
            for (String name : names) {
                JsonNode value = record;
                for (String step : name.split("\\.")) {
                    value = value.path(step);
                }
                if (value.isValueNode() && !value.isNull()) {
                    members.put(name, value.asText());
                }
            }
            return members;
        }
    }
}
