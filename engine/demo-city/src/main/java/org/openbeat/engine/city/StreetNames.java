package org.openbeat.engine.city;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Gives every street a name that no other street of the city has. */
final class StreetNames {
    private final RandomGenerator chance;
    private final Set<String> given = new HashSet<>();
    private int theme;

    StreetNames(RandomGenerator chance) {
        this.chance = chance;
    }

    /** A wide street: named after somebody who never lived, or after a tree. */
    Name arterial() {
        return unused(() -> join(person(), pick(Words.GREAT)));
    }

    /** The next theme, for the streets of one more quarter. */
    List<String> nextTheme() {
        return Words.THEMES.get(theme++ % Words.THEMES.size());
    }

    Name local(List<String> words) {
        return unused(() -> join(Name.of(pick(words)), pick(Words.LOCAL)));
    }

    Name lane() {
        return unused(() -> join(Name.of(pick(Words.OLD_TOWN)), pick(Words.LANES)));
    }

    private Name unused(Supplier<Name> draw) {
        for (int tries = 0; tries < 40; tries++) {
            Name name = draw.get();
            if (given.add(name.english())) {
                return name;
            }
        }
        return invented();
    }

    /** When the words run out, people are invented, with a first name if need be. */
    private Name invented() {
        Name name = join(person(), pick(Words.LOCAL));
        while (!given.add(name.english())) {
            name = join(both(person(), " ", person(), "·"), pick(Words.LOCAL));
        }
        return name;
    }

    private Name person() {
        return both(Name.of(pick(Words.FIRST)), "", Name.of(pick(Words.LAST)), "");
    }

    /** A street sign; about one in five has not been translated yet, as in any real map. */
    private Name join(Name word, String ending) {
        Name whole = both(word, " ", Name.of(ending), "");
        return chance.nextInt(10) < 8 ? whole : new Name(whole.english(), null);
    }

    private static Name both(Name one, String between, Name two, String betweenChinese) {
        String chinese =
                one.chinese() == null || two.chinese() == null ? null : one.chinese() + betweenChinese + two.chinese();
        return new Name(one.english() + between + two.english(), chinese);
    }

    private String pick(List<String> words) {
        return words.get(chance.nextInt(words.size()));
    }
}
