package org.openbeat.app.partners.delivery;

import java.util.Collection;
import org.openbeat.app.kernel.OpenbeatSettings;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes events in the JSON format of CloudEvents 1.0.2. */
@Component
class CloudEvents {
    static final String ONE = "application/cloudevents+json";
    static final String BATCH = "application/cloudevents-batch+json";

    private final JsonMapper json;
    private final String source;

    CloudEvents(JsonMapper json, OpenbeatSettings settings) {
        this.json = json;
        this.source = settings.baseUrl();
    }

    /**
     * The event with those fields alone that the subscription names. The attribute {@code sequence} (an extension that
     * CloudEvents documents) is its place in the feed.
     */
    ObjectNode event(OutgoingEvent event, Subscription subscription) {
        var written = json.createObjectNode();
        written.put("specversion", "1.0")
                .put("id", event.id().toString())
                .put("source", source)
                .put("type", EventTypes.PREFIX + event.type())
                .put("subject", event.incident().toString())
                .put("time", event.at().toString())
                .put("sequence", "%019d".formatted(event.place()))
                .put("datacontenttype", "application/json");
        var data = written.putObject("data");
        data.put("incident", event.incident().toString());
        data.put("document", source + "/partners/v1/eido/" + event.incident());
        var allowed = EventTypes.of(event.type()).orElseThrow();
        allowed.stream()
                .filter(field ->
                        subscription.fields().contains(field) && event.fields().containsKey(field))
                .forEach(
                        field -> data.set(field, json.valueToTree(event.fields().get(field))));
        return written;
    }

    byte[] one(OutgoingEvent event, Subscription subscription) {
        return json.writeValueAsBytes(event(event, subscription));
    }

    byte[] batch(Collection<OutgoingEvent> events, Subscription subscription) {
        return json.writeValueAsBytes(
                events.stream().map(event -> event(event, subscription)).toList());
    }
}
