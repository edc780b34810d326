package org.openbeat.engine.procedure;

import java.util.Map;
import org.openbeat.engine.procedure.pack.Basis;
import org.openbeat.engine.procedure.pack.LocalText;

/** What the platform itself says when it refuses, in the languages of the pages. */
enum Words {
    UNKNOWN_STEP("This procedure has no such step.", "本程序没有这一步骤。"),
    CLOSED("The case is closed.", "案件已经办结。"),
    FUTURE("A step can't be recorded before it is taken.", "不能在行为发生之前记录。"),
    BEFORE_OPENING("A step can't be older than the case.", "行为不能早于案件开始时间。"),
    NOT_ENTITLED("Another authority takes this step.", "该步骤应由其他机关或者人员办理。"),
    LOCKED(
            "The lawful time is up: release the person now. Nothing else can be done first.",
            "法定时限已届满，应当立即释放。在此之前不得办理其他步骤。"),
    NOT_YET("What must come first has not been done.", "应当先办理的步骤尚未完成。"),
    NO_LONGER("After what has been done this step is no longer open.", "根据已经完成的步骤，该步骤不能再办理。"),
    ONCE("This step is taken once.", "该步骤只能办理一次。"),
    FACT_MISSING("A fact that this step needs is not stated.", "缺少该步骤需要说明的事实。"),
    FACT_STRANGE("A fact was stated that this step does not take, or not so.", "说明的事实不属于该步骤或者格式不符。"),
    APPROVAL_MISSING("This step needs the leave of another authority.", "该步骤应当经批准。"),
    APPROVAL_LATE("The leave was given after the act.", "批准在行为之后作出。"),
    APPROVAL_BARE("The leave gives no reasons.", "批准没有说明理由。"),
    SAME_PERSON("Nobody approves what he does himself.", "不得批准本人办理的事项。"),
    TWO_SEATS("One person can't act as both in one case.", "同一人在同一案件中不得兼任。"),
    INVESTIGATOR("Whoever investigates can't extend a limit of liberty.", "办案人员不得批准延长限制人身自由的时限。"),
    NOT_HEARD("The person was not heard on it.", "没有听取本人意见。"),
    NO_CLOCK("The time limit does not run.", "该时限没有在计算。"),
    EXTENDED_LATE("The time was up before: it can't be extended any more.", "时限已经届满，不得延长。"),
    EXTENDED_OFTEN("It can't be extended again.", "不得再次延长。"),
    TOO_LATE("The time for it is over.", "已经超过时限。"),
    NO_SUCH_ENTRY("There is no such entry.", "没有该条记录。"),
    SECOND_NEEDED("A correction that gives more time needs a second person.", "会延后时限的更正应当经第二人确认。"),
    REASONS_NEEDED("A correction says why.", "更正应当说明理由。");

    private final LocalText text;

    Words(String english, String chinese) {
        this.text = new LocalText(Map.of("en", english, "zh", chinese));
    }

    Refusal refuse(Refusal.Kind kind, String rule, Basis basis) {
        return new Refusal(kind, rule, text, basis);
    }
}
