package org.openbeat.engine.tlog;

/** The rule for names of keys: not empty, no space of any kind, no plus, no control character (C2SP signed-note). */
final class KeyNames {

    private KeyNames() {}

    static String required(String name) {
        if (!isValid(name)) {
            throw new MalformedException("A key's name is not empty and has neither spaces nor plus signs.");
        }
        return name;
    }

    static boolean isValid(String name) {
        return !name.isEmpty()
                && name.chars()
                        .noneMatch(c -> c == '+'
                                || c < ' '
                                || Character.isSpaceChar(c)
                                || Character.isWhitespace(c)
                                || c == '\u0085');
    }
}
