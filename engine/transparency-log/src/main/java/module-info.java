/** The transparency log of Openbeat: plain Java, usable alone. */
module org.openbeat.engine.tlog {
    requires static org.jspecify;

    exports org.openbeat.engine.tlog;
}
