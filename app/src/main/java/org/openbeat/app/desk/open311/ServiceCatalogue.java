package org.openbeat.app.desk.open311;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.openbeat.app.desk.Categories;
import org.openbeat.app.desk.Category;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * The services of GeoReport v2 are the public categories of the desk. A private category is not listed, and asking for
 * it is answered like asking for one that never was.
 */
@Component
class ServiceCatalogue {
    private final Categories categories;
    private final MessageSource messages;

    ServiceCatalogue(Categories categories, MessageSource messages) {
        this.categories = categories;
        this.messages = messages;
    }

    List<Category> list() {
        return categories.list().stream()
                .filter(category -> category.openness().isPublic())
                .toList();
    }

    Category get(String code) {
        return categories
                .find(code)
                .filter(category -> category.openness().isPublic())
                .orElseThrow(() -> Open311Fault.notFound("There is no service_code " + code + "."));
    }

    /** {@code services/service}. */
    Answer services(Locale locale) {
        return new Answer.Items(
                "service",
                list().stream().map(category -> service(category, locale)).toList());
    }

    private Answer.Fields service(Category category, Locale locale) {
        return Answer.Fields.of()
                .with("service_code", category.code())
                .with("service_name", category.name().in(locale))
                .with("description", category.description().in(locale))
                .with("metadata", !category.questions().isEmpty())
                .with("type", isAnsweredWithToken(category) ? "batch" : "realtime")
                .with("keywords", keywords(category, locale))
                .with("group", messages.getMessage("desk.topic." + category.topic(), null, category.topic(), locale));
    }

    /** What is urgent opens an incident first; its number is asked for with the token. */
    static boolean isAnsweredWithToken(Category category) {
        return category.isUrgent();
    }

    private static String keywords(Category category, Locale locale) {
        return Arrays.stream(category.keywords().in(locale).split("[,，]"))
                .map(String::strip)
                .collect(Collectors.joining(", "));
    }

    /** {@code service_definition}. */
    Answer definition(String code, Locale locale) {
        var category = get(code);
        if (category.questions().isEmpty()) {
            throw Open311Fault.notFound("The service " + code + " has metadata=false, so it has no definition.");
        }
        var attributes = new ArrayList<Answer.Fields>();
        for (var question : category.questions()) {
            attributes.add(attribute(question, attributes.size() + 1, locale));
        }
        return Answer.Fields.of()
                .with("service_code", category.code())
                .with("attributes", new Answer.Items("attribute", attributes));
    }

    private Answer.Fields attribute(Category.Question question, int order, Locale locale) {
        var type = question.type().name().toLowerCase(Locale.ROOT);
        var attribute = Answer.Fields.of()
                .with("variable", true)
                .with("code", question.code())
                .with("datatype", type)
                .with("required", question.required())
                .with("datatype_description", messages.getMessage("desk.open311.datatype." + type, null, locale))
                .with("order", order)
                .with("description", question.text().in(locale));
        if (!question.options().isEmpty()) {
            attribute.with(
                    "values",
                    new Answer.Items(
                            "value",
                            question.options().stream()
                                    .map(option -> Answer.Fields.of()
                                            .with("key", option.key())
                                            .with("name", option.text().in(locale)))
                                    .toList()));
        }
        return attribute;
    }
}
