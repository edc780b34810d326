package org.openbeat.app.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.openbeat.app.desk.Channel;
import org.openbeat.app.desk.Desk;
import org.openbeat.app.desk.NewReport;
import org.openbeat.app.desk.SubmissionKey;
import org.openbeat.app.desk.Whereabouts;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.GeoPoint;
import org.openbeat.app.kernel.Identifiers;
import org.openbeat.app.kernel.OneOffCommand;
import org.openbeat.app.kernel.Recordable.Subject;
import org.openbeat.app.ledger.Ledger;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.AbstractApplicationEventMulticaster;
import org.springframework.context.event.ApplicationListenerMethodAdapter;
import org.springframework.stereotype.Component;

/**
 * {@code measure-appends}, in the demo only: how many reports a second the desk takes with the ledger and without it, by
 * 1, 4 and 16 writers in turns. With it, time runs until every act has its place in the signed tree. Prints lines
 * {@code measured append-WRITERS WITH WITHOUT}, one for each round.
 */
@Component
@Profile("demo")
class MeasureAppendsCommand implements OneOffCommand {
    private static final int ROUNDS = 7;
    private static final Duration ROUND = Duration.ofSeconds(3);
    private static final Subject NOTHING = new Subject("test", "nothing");

    private final Desk desk;
    private final Ledger ledger;
    private final Identifiers identifiers;
    private final JdbcRowTriggers triggers;
    private final AbstractApplicationEventMulticaster multicaster;
    private final List<ApplicationListener<?>> silenced = new ArrayList<>();

    MeasureAppendsCommand(
            Desk desk,
            Ledger ledger,
            Identifiers identifiers,
            JdbcRowTriggers triggers,
            AbstractApplicationEventMulticaster multicaster) {
        this.desk = desk;
        this.ledger = ledger;
        this.identifiers = identifiers;
        this.triggers = triggers;
        this.multicaster = multicaster;
    }

    @Override
    public String name() {
        return "measure-appends";
    }

    @Override
    public int run(String argument) {
        try {
            perSecond(16);
            for (int writers : new int[] {1, 4, 16}) {
                for (int round = 0; round < ROUNDS; round++) {
                    double with = perSecond(writers);
                    switchOff();
                    double without = perSecond(writers);
                    switchOn();
                    System.out.printf("measured append-%d %.1f %.1f%n", writers, with, without);
                }
            }
            return 0;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private void switchOff() {
        multicaster.removeApplicationListeners(listener -> {
            boolean ours = listener instanceof ApplicationListenerMethodAdapter adapter
                    && adapter.getListenerId().contains(".ledger.EntryWriter");
            if (ours) {
                silenced.add(listener);
            }
            return ours;
        });
        if (silenced.isEmpty()) {
            throw new IllegalStateException("the ledger's listener was not found");
        }
        triggers.enable(false);
    }

    private void switchOn() {
        silenced.forEach(multicaster::addApplicationListener);
        silenced.clear();
        triggers.enable(true);
    }

    private double perSecond(int writers) throws InterruptedException, ExecutionException {
        var done = new AtomicLong();
        long begun = System.nanoTime();
        try (var pool = Executors.newFixedThreadPool(writers)) {
            Callable<Void> work = () -> {
                while (System.nanoTime() - begun < ROUND.toNanos()) {
                    submit(done.incrementAndGet());
                }
                return null;
            };
            for (var writer : pool.invokeAll(Collections.nCopies(writers, work))) {
                writer.get();
            }
        }
        ledger.awaitReceipt(NOTHING, "test.nothing", Duration.ofMinutes(1));
        return done.get() * 1e9 / (System.nanoTime() - begun);
    }

    private void submit(long number) {
        var point = new GeoPoint(45 + number % 100 / 1e4, -30 + number % 97 / 1e4);
        var where = new Whereabouts("Before the house", point, Whereabouts.Source.MAP, false, null);
        var words = "The lamp before the house has been dark for %d days".formatted(number);
        desk.submit(
                Actor.RESIDENT,
                NewReport.of("street-light", words, where, Channel.WEB),
                new SubmissionKey(identifiers.next().toString()));
    }
}
