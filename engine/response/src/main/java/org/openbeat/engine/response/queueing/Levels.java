package org.openbeat.engine.response.queueing;

/**
 * How likely it is that k units are busy, whichever they are. With equal service rates this does not depend on the
 * preferences: it is the queue M/M/N, with the line or without (A. K. Erlang, 1917).
 *
 * @param busy for k = 0 to N the probability that k units are busy and nobody waits
 * @param waiting the probability that somebody waits
 */
record Levels(double[] busy, double waiting) {

    static Levels of(ServiceSystem system) {
        var units = system.units();
        var load = system.offeredLoad();
        var logs = new double[units + 1];
        var highest = 0.0;
        for (var k = 1; k <= units; k++) {
            logs[k] = logs[k - 1] + Math.log(load / k);
            highest = Math.max(highest, logs[k]);
        }
        var sum = 0.0;
        for (var k = 0; k <= units; k++) {
            logs[k] = Math.exp(logs[k] - highest);
            sum += logs[k];
        }
        var use = load / units;
        var tail = system.line() == Line.INFINITE ? logs[units] * use / (1 - use) : 0;
        for (var k = 0; k <= units; k++) {
            logs[k] /= sum + tail;
        }
        return new Levels(logs, tail / (sum + tail));
    }

    int units() {
        return busy.length - 1;
    }

    /** The probability that a call finds every unit busy. */
    double allBusy() {
        return busy[units()] + waiting;
    }

    /** The mean share of units that are busy. */
    double use() {
        var sum = waiting * units();
        for (var k = 1; k <= units(); k++) {
            sum += k * busy[k];
        }
        return sum / units();
    }
}
