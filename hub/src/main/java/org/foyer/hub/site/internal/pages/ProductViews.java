package org.foyer.hub.site.internal.pages;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.foyer.hub.exchange.DataProduct;
import org.foyer.hub.exchange.DataProducts;
import org.foyer.hub.exchange.ProductKind;
import org.foyer.hub.exchange.ProductQuality;
import org.foyer.hub.exchange.ProductTerms;
import org.foyer.hub.model.House;
import org.foyer.hub.site.internal.pages.ProductsView.Column;
import org.foyer.hub.site.internal.pages.ProductsView.File;
import org.foyer.hub.site.internal.pages.ProductsView.Form;
import org.foyer.hub.site.internal.pages.ProductsView.Option;
import org.foyer.hub.site.internal.pages.ProductsView.Product;
import org.foyer.hub.site.internal.pages.ProductsView.Wrong;
import org.jspecify.annotations.Nullable;

/** Puts data products into the words of the page. */
final class ProductViews {

    private static final List<String> FILES = List.of("package", "contract.yaml", "contract.json", "description.ttl");

    private final Language language;
    private final House house;
    private final boolean steward;

    /** @param steward whether terms may be changed */
    ProductViews(Language language, House house, boolean steward) {
        this.language = language;
        this.house = house;
        this.steward = steward;
    }

    ProductsView view(DataProducts products, @Nullable Wrong wrong) {
        List<DataProduct> published = products.of(house);
        List<Product> shown = products.kinds().stream()
                .map(kind -> product(
                        kind,
                        published.stream()
                                .filter(one -> one.kind().id().equals(kind.id()))
                                .findFirst()))
                .toList();
        String says =
                published.isEmpty() ? language.say("products_none") : language.count("products_told", published.size());
        return new ProductsView("/h/" + house.slug(), says, wrong, shown);
    }

    private Product product(ProductKind kind, Optional<DataProduct> published) {
        String code = language.code();
        return new Product(
                kind.id(),
                kind.title().in(code),
                kind.what().in(code),
                published.map(this::state).orElseGet(() -> language.say("products_unpublished")),
                published.isPresent(),
                published.map(one -> measured(one.quality())).orElse(null),
                published.map(one -> filled(kind, one.quality())).orElse(null),
                kind.columns().stream()
                        .map(column -> new Column(
                                column.name(),
                                language.say("products_type_" + column.type()),
                                column.means().in(code)))
                        .toList(),
                published.isPresent() ? files(kind) : List.of(),
                steward ? form(published.map(DataProduct::terms).orElse(ProductTerms.FIRST)) : null);
    }

    private String state(DataProduct product) {
        Formats formats = language.formats();
        return language.say(
                "products_state",
                Integer.toString(product.version()),
                formats.moment(product.publishedAt(), house.zone()),
                formats.bytes(product.bytes()));
    }

    private String measured(ProductQuality quality) {
        Formats formats = language.formats();
        if (quality.upTo() == null || quality.complete() == null) {
            return language.say("products_no_rows");
        }
        String told = language.say(
                "products_measured",
                language.count("rows", quality.rows()),
                formats.day(quality.upTo()),
                formats.wholePercent(quality.complete()));
        return quality.unclassified() == null
                ? told
                : told + " " + language.say("products_unclassified", formats.wholePercent(quality.unclassified()));
    }

    /** Each column by what it says, up to the first semicolon; the contract has its name. */
    private @Nullable Bars filled(ProductKind kind, ProductQuality quality) {
        Map<String, String> words = new HashMap<>();
        kind.columns()
                .forEach(column -> words.put(
                        column.name(), column.means().in(language.code()).split("\\s*;", 2)[0]));
        List<Bars.Row> rows = new ArrayList<>();
        quality.completeness()
                .forEach((column, share) -> rows.add(new Bars.Row(
                        words.getOrDefault(column, column),
                        language.formats().wholePercent(share),
                        "",
                        Bars.width(share, 1),
                        share < 1)));
        return rows.isEmpty() ? null : new Bars(language.say("products_column"), language.say("products_filled"), rows);
    }

    private List<File> files(ProductKind kind) {
        return FILES.stream()
                .map(file -> new File(
                        "/api/houses/" + house.slug() + "/products/" + kind.id() + "/" + file,
                        language.say("products_file_" + file.replace('.', '_'))))
                .toList();
    }

    private Form form(ProductTerms terms) {
        return new Form(
                options("products_purpose_", ProductTerms.PURPOSES, terms.purpose()),
                options("products_rhythm_", ProductTerms.RHYTHMS, terms.rhythm()),
                terms.retentionDays(),
                terms.offered(),
                terms.automatic());
    }

    private List<Option> options(String prefix, List<String> values, String chosen) {
        return values.stream()
                .map(value -> new Option(value, language.say(prefix + Labels.underscored(value)), value.equals(chosen)))
                .toList();
    }
}
