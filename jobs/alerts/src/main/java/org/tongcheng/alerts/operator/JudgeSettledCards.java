package org.tongcheng.alerts.operator;

import java.util.HashMap;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.tongcheng.alerts.cards.SeenCard;
import org.tongcheng.alerts.cards.SettledCards;
import org.tongcheng.domain.alert.AlertTransition;
import org.tongcheng.reference.RegionBundle;

/**
 * The rules on cards over taps that end. Partitioned by card, not keyed; taps wait in memory until all are there, and no state
 * is kept. A timer for each tap would cost more than all the rest of the jobs together.
 */
public final class JudgeSettledCards extends AbstractStreamOperator<AlertTransition>
        implements OneInputStreamOperator<SeenCard, AlertTransition> {

    private static final long serialVersionUID = 1L;

    private final HashMap<String, byte[]> files;
    private final int keyVersion;
    private transient SettledCards cards;

    /** @param keyVersion of the tokens' text */
    public JudgeSettledCards(RegionBundle bundle, int keyVersion) {
        this.files = new HashMap<>(bundle.files());
        this.keyVersion = keyVersion;
    }

    @Override
    public void open() throws Exception {
        super.open();
        cards = new SettledCards(new RegionBundle(files), keyVersion);
    }

    @Override
    public void processElement(StreamRecord<SeenCard> element) {
        cards.add(element.getValue());
    }

    @Override
    public void processWatermark(Watermark mark) {
        // What is told at the end is about times before it.
    }

    @Override
    public void finish() throws Exception {
        cards.judge(alert -> output.collect(new StreamRecord<>(alert, alert.at())));
        output.emitWatermark(Watermark.MAX_WATERMARK);
        super.finish();
    }
}
