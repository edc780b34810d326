package org.openbeat.app.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Refusal;
import org.openbeat.app.kernel.Refusal.Kind;
import org.springframework.stereotype.Component;

/** The categories. They change with a migration, so they are read once. */
@Component
public class Categories {
    private final Map<String, Category> byCode;

    Categories(JdbcCategories store) {
        var read = new LinkedHashMap<String, Category>();
        store.list().forEach(category -> read.put(category.code(), category));
        this.byCode = read;
    }

    /** Those that a new report may have, in the order in which they are shown. */
    public List<Category> list() {
        return byCode.values().stream().filter(Category::inForce).toList();
    }

    /** Codes of those that may be public, the ones no longer in force among them. */
    List<String> publicCodes() {
        return byCode.values().stream()
                .filter(category -> category.openness().isPublic())
                .map(Category::code)
                .toList();
    }

    /** In force or not: old reports keep their category. */
    public Optional<Category> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    public Category get(String code) {
        return find(code).orElseThrow(() -> new Refusal(Kind.INVALID, "unknown-category"));
    }

    /** Codes of the categories that a member of staff may read. */
    List<String> readableBy(Actor actor) {
        return byCode.values().stream()
                .filter(category -> category.isReadableBy(actor))
                .map(Category::code)
                .toList();
    }
}
