package org.openbeat.app.dispatch.web;

import java.util.List;

/** Every key and every typed command of the board, as the help shows them. */
record Help(String name, List<Entry> entries) {
    static final List<Help> PARTS = List.of(
            new Help(
                    "move",
                    List.of(
                            key("J K ↓ ↑", "next"),
                            key("Enter", "enter"),
                            key("I", "incidents"),
                            key("U", "units"),
                            key("D", "detail"),
                            key("F6", "panes"),
                            key("Esc", "back"),
                            key("F", "filter"))),
            new Help(
                    "act",
                    List.of(
                            key("A", "assign"),
                            key("1 – 9", "assign-number"),
                            key("T", "note"),
                            key("P", "priority"),
                            key("X", "close-incident"),
                            key("L", "link"),
                            key("R", "reopen"),
                            key("E", "page"),
                            key("Z", "undo"))),
            new Help(
                    "board",
                    List.of(
                            key("N", "call"),
                            key("/", "command"),
                            key("M", "map"),
                            key("B", "theme"),
                            key("S", "sound"),
                            key("?", "help"))),
            new Help(
                    "typed",
                    List.of(
                            typed("a 12 u7 u9", "typed-assign"),
                            typed("u 12 u7", "typed-cancel"),
                            typed("a 12 u7 +", "typed-stack"),
                            typed("e u7", "typed-en-route"),
                            typed("s u7 tr", "typed-status"),
                            typed("n 12 two people", "typed-note"),
                            typed("p 12 2", "typed-priority"),
                            typed("y 12", "typed-confirm"),
                            typed("c 12 settled", "typed-close"),
                            typed("l 12 9", "typed-link"),
                            typed("12", "typed-open"),
                            typed("f mill", "typed-filter"),
                            typed("call 12 Mill Street", "typed-call"))));

    /**
     * One key or command.
     *
     * @param key what is pressed or typed
     * @param text key of its text in the messages, behind {@code dispatch.help.}
     * @param typed whether it is typed into the command line
     */
    record Entry(String key, String text, boolean typed) {}

    private static Entry key(String key, String text) {
        return new Entry(key, text, false);
    }

    private static Entry typed(String line, String text) {
        return new Entry(line, text, true);
    }
}
