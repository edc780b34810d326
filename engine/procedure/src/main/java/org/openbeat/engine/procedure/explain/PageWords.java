package org.openbeat.engine.procedure.explain;

import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.openbeat.engine.procedure.pack.LocalText;
import org.openbeat.engine.procedure.pack.clock.ClockRule;
import org.openbeat.engine.procedure.pack.clock.Limit;
import org.openbeat.engine.procedure.pack.clock.Span;

/** The words of the page that are not the pack's. */
enum PageWords {
    DIAGRAM("The steps and what follows what", "步骤及其先后"),
    STEPS("Steps", "步骤"),
    CLOCKS("Time limits", "时限"),
    WHO("Who", "办理人"),
    LEAVE("With the leave of", "批准人"),
    AFTER("After", "在下列步骤之后"),
    NEEDS("Only if", "条件"),
    PAPERS("Papers", "文书"),
    SOURCE("Source", "依据"),
    STARTS("Starts with", "起算"),
    ENDS("Ends with", "终止"),
    LIMIT("Limit", "期限"),
    STANDS_STILL("Stands still for", "不计入"),
    EXTENSIONS("May be extended", "可以延长"),
    TOLD("What is told to whom", "公开和告知"),
    QUALITY("How quality is looked at", "执法质量"),
    CONFLICTS("Where texts disagree", "规定不一致之处"),
    LEFT_OUT("What is left out, and why", "未纳入的内容及原因"),
    SOURCES("Sources", "法律依据"),
    LIBERTY("limits liberty; at its end the person is released", "限制人身自由，届满即释放"),
    UNREAD("not read in full", "未阅读全文"),
    VERSION("Which cases", "适用"),
    FROM("from", "自"),
    UNTIL("before", "至（不含）"),
    TAKEN("Taken", "采用"),
    IF("if", "条件");

    private static final Map<Span.Unit, LocalText> UNITS = Map.of(
            Span.Unit.MINUTES, text("min", "分钟"),
            Span.Unit.HOURS, text("h", "小时"),
            Span.Unit.DAYS, text("days", "日"),
            Span.Unit.WORKING_DAYS, text("working days", "个工作日"),
            Span.Unit.MONTHS, text("months", "个月"),
            Span.Unit.YEARS, text("years", "年"));

    private final LocalText text;

    PageWords(String english, String chinese) {
        this.text = text(english, chinese);
    }

    private static LocalText text(String english, String chinese) {
        return new LocalText(Map.of("en", english, "zh", chinese));
    }

    String in(Locale language) {
        return text.in(language.getLanguage());
    }

    /** A span, such as "8 h" or "8小时". */
    static String span(Span span, Locale language) {
        var unit = UNITS.getOrDefault(span.unit(), text("", "")).in(language.getLanguage());
        return language.getLanguage().equals("zh") ? span.length() + unit : span.length() + " " + unit;
    }

    /** All lengths of a clock in rising order, such as "8/12/24 h". */
    static String lengths(ClockRule clock, Locale language) {
        var first = clock.limits().get(0).span();
        var lengths = new TreeSet<Long>();
        clock.limits().stream().map(Limit::span).forEach(span -> lengths.add(span.length()));
        clock.extensions().stream()
                .filter(extension -> extension.total() && extension.span().unit() == first.unit())
                .forEach(extension -> lengths.add(extension.span().length()));
        var text = new StringBuilder(
                String.join("/", lengths.stream().map(String::valueOf).toList()));
        clock.extensions().stream()
                .filter(extension -> !extension.total())
                .forEach(extension -> text.append(("+" + extension.span().length()).repeat(extension.atMost())));
        var unit = span(new Span(1, first.unit()), language).substring(1);
        return text + unit;
    }
}
