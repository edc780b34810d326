package org.openbeat.app.access.purpose;

/**
 * Which access records. Every part is a text that a form sends; empty for any.
 *
 * @param person words of the reader's name or their account's id
 * @param agency an agency; those below it count
 * @param why a kind of purpose or a basis
 * @param flag a flag, or {@code ANY}
 * @param act a sort of look-up
 * @param about how people call what was looked up: a reference or a number
 */
public record RecordFilter(String person, String agency, String why, String flag, String act, String about) {
    public static final String ANY = "ANY";
    public static final RecordFilter ALL = new RecordFilter("", "", "", "", "", "");

    public RecordFilter {
        person = person.strip();
        agency = agency.strip();
        about = about.strip();
    }

    /** As it is written into the record of reading the records. */
    String inWords() {
        return String.join(" ", person, agency, why, flag, act, about).strip();
    }
}
