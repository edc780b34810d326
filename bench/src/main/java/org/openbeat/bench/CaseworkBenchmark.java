package org.openbeat.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** The engines of casework, each beside a peer. */
final class CaseworkBenchmark implements Bench.Benchmark {

    @Override
    public List<Figure> run(PrintStream out) throws Exception {
        var figures = new ArrayList<Figure>();
        figures.addAll(ClockFigures.measure(out));
        figures.addAll(CommandFigures.measure(out));
        return figures;
    }
}
