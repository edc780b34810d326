package org.openbeat.app.desk.rights;

import java.util.Optional;
import org.openbeat.app.access.purpose.Item;
import org.openbeat.app.access.purpose.ItemKind;
import org.openbeat.app.access.purpose.OpenItems;
import org.openbeat.app.desk.Desk;
import org.openbeat.app.desk.events.Reference;
import org.openbeat.app.kernel.Actor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** A person's request as what a purpose is tied to; people call it by the reference of its report. */
@Component
class OpenRequests implements OpenItems {
    private final JdbcDataRequests store;
    private final ObjectProvider<Desk> desk;

    /** @param desk asked late: it asks for purposes itself */
    OpenRequests(JdbcDataRequests store, ObjectProvider<Desk> desk) {
        this.store = store;
        this.desk = desk;
    }

    @Override
    public ItemKind kind() {
        return ItemKind.REQUEST;
    }

    @Override
    public Optional<Item> find(Actor actor, String typed) {
        return Reference.of(typed)
                .filter(reference -> desk.getObject().find(actor, reference).isPresent())
                .flatMap(store::newestOn)
                .map(request -> new Item(
                        ItemKind.REQUEST,
                        request.id().toString(),
                        request.reference().value(),
                        request.isWaiting()));
    }
}
