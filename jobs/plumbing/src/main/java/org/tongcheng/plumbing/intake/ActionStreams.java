package org.tongcheng.plumbing.intake;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.tongcheng.domain.feed.DeadLetter;

/**
 * The feed {@code alert.actions}, parted.
 *
 * @param actions those on one alert in their order
 * @param deadLetters records that are none
 */
public record ActionStreams(DataStream<ArrivedAction> actions, DataStream<DeadLetter> deadLetters) {

    private static final OutputTag<DeadLetter> LETTERS =
            new OutputTag<>("unreadable-actions", TypeInformation.of(DeadLetter.class));

    /** @param records straight from the source */
    public static ActionStreams of(DataStream<ActionOrLetter> records, String uid) {
        SingleOutputStreamOperator<ArrivedAction> actions = records.process(
                        new Parting(), TypeInformation.of(ArrivedAction.class))
                .uid(uid)
                .name(uid);
        return new ActionStreams(actions, actions.getSideOutput(LETTERS));
    }

    private static final class Parting extends ProcessFunction<ActionOrLetter, ArrivedAction> {

        private static final long serialVersionUID = 1L;

        @Override
        public void processElement(ActionOrLetter record, Context context, Collector<ArrivedAction> out) {
            ArrivedAction action = record.action();
            if (action != null) {
                out.collect(action);
            } else {
                context.output(LETTERS, record.letter());
            }
        }
    }
}
