package org.tongcheng.local.demo;

import java.util.List;
import org.apache.flink.api.common.accumulators.ListAccumulator;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.tongcheng.delivery.operator.DeliveryReceipt;
import org.tongcheng.local.server.RunningJob;

/** Keeps the delivery job's receipts with the job, in an accumulator: what Alertmanager has taken. */
public final class Receipts extends RichMapFunction<DeliveryReceipt, DeliveryReceipt> {

    private static final String NAME = "kept-receipts";
    private static final long serialVersionUID = 1L;

    private transient ListAccumulator<DeliveryReceipt> taken;

    private Receipts() {}

    static void keep(DataStream<DeliveryReceipt> receipts) {
        receipts.map(new Receipts()).uid(NAME).name(NAME);
    }

    /** Those of a job that has ended. */
    public static List<DeliveryReceipt> of(RunningJob delivery) throws Exception {
        return delivery.listed(NAME);
    }

    @Override
    public void open(OpenContext context) {
        taken = new ListAccumulator<>();
        getRuntimeContext().addAccumulator(NAME, taken);
    }

    @Override
    public DeliveryReceipt map(DeliveryReceipt receipt) {
        taken.add(receipt);
        return receipt;
    }
}
