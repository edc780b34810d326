package org.openbeat.app.dispatch.continuity;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The cards of an outage beside what was entered.
 *
 * @param entered what each card became, by its number; more than one where a number was entered twice
 * @param aside cards that tell of no call
 * @param missing numbers that were taken and of which nobody knows anything
 * @param twice numbers that were entered more than once
 * @param foreign numbers that were entered for a call of that time and lie outside the pile
 */
public record Reconciliation(
        Outage outage,
        SortedMap<Integer, List<CardEntry>> entered,
        List<SetAside> aside,
        List<Integer> missing,
        List<Integer> twice,
        List<Integer> foreign) {

    public Reconciliation {
        aside = List.copyOf(aside);
        missing = List.copyOf(missing);
        twice = List.copyOf(twice);
        foreign = List.copyOf(foreign);
    }

    /** @param entries of the numbers of the pile, and of the time of the outage whatever their numbers */
    public static Reconciliation of(Outage outage, List<CardEntry> entries, List<SetAside> aside) {
        var entered =
                entries.stream().collect(Collectors.groupingBy(CardEntry::card, TreeMap::new, Collectors.toList()));
        var known = new TreeSet<>(entered.keySet());
        aside.forEach(each -> known.add(each.card()));
        return new Reconciliation(
                outage,
                entered,
                aside,
                IntStream.rangeClosed(outage.cards().first(), outage.cards().last())
                        .filter(card -> !known.contains(card))
                        .boxed()
                        .toList(),
                entered.entrySet().stream()
                        .filter(each -> each.getValue().size() > 1)
                        .map(Map.Entry::getKey)
                        .toList(),
                entered.keySet().stream()
                        .filter(card -> !outage.cards().contains(card))
                        .toList());
    }

    /** Every card that was taken is accounted for, and none twice. */
    public boolean isComplete() {
        return missing.isEmpty() && twice.isEmpty() && foreign.isEmpty();
    }
}
