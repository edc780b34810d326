package org.openbeat.app.database;

/** The roles under which the application works in the database. Neither of the first two owns a table. */
enum DatabaseRole {
    /** Sees what the policies of the tables show to one person. */
    PERSON("openbeat_app"),
    /** Sees every row; cannot change a table. */
    SYSTEM("openbeat_system"),
    /** Whoever connected: the owner of the tables. */
    OWNER("none");

    private final String name;

    DatabaseRole(String name) {
        this.name = name;
    }

    String sqlName() {
        return name;
    }
}
