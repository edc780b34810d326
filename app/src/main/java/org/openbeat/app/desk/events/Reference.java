package org.openbeat.app.desk.events;

/** The short reference of a report that people read to each other over the telephone. It opens nothing by itself. */
public record Reference(String value) {

    @Override
    public String toString() {
        return value;
    }
}
