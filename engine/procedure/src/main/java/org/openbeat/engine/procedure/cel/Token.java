package org.openbeat.engine.procedure.cel;

/** @param offset of its first character in the expression */
record Token(Kind kind, String text, int offset) {
    enum Kind {
        NAME,
        INT,
        DOUBLE,
        STRING,
        SIGN,
        END
    }

    boolean is(String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }
}
