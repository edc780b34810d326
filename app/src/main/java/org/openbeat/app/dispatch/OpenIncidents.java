package org.openbeat.app.dispatch;

import java.util.Optional;
import org.openbeat.app.access.purpose.Item;
import org.openbeat.app.access.purpose.ItemKind;
import org.openbeat.app.access.purpose.OpenItems;
import org.openbeat.app.dispatch.incident.Incident;
import org.openbeat.app.kernel.Actor;
import org.springframework.stereotype.Component;

/** Tells which incident a purpose is tied to. */
@Component
class OpenIncidents implements OpenItems {
    private final Reading reading;
    private final Duties duties;

    OpenIncidents(Reading reading, Duties duties) {
        this.reading = reading;
        this.duties = duties;
    }

    @Override
    public ItemKind kind() {
        return ItemKind.INCIDENT;
    }

    @Override
    public Optional<Item> find(Actor actor, String typed) {
        var number = typed.startsWith("#") ? typed.substring(1) : typed;
        return duties.isRoom(actor) && number.matches("[0-9-]{1,11}(/\\d{1,6})?")
                ? reading.find(actor, number).map(OpenIncidents::item)
                : Optional.empty();
    }

    private static Item item(Incident incident) {
        return FileReaders.item(
                incident.id(), incident.number(), incident.status().isOpen());
    }
}
