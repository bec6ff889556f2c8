package org.tongcheng.plumbing.influx;

import org.apache.flink.connector.base.sink.writer.strategy.RateLimitingStrategy;
import org.apache.flink.connector.base.sink.writer.strategy.RequestInfo;
import org.apache.flink.connector.base.sink.writer.strategy.ResultInfo;

/** Never two requests under way, so that a revision cannot overtake the one before it; batches stay full size. */
final class OneRequestAtATime implements RateLimitingStrategy {

    private final int batchSize;
    private int underWay;

    OneRequestAtATime(int batchSize) {
        this.batchSize = batchSize;
    }

    @Override
    public void registerInFlightRequest(RequestInfo request) {
        underWay++;
    }

    @Override
    public void registerCompletedRequest(ResultInfo result) {
        underWay--;
    }

    @Override
    public boolean shouldBlock(RequestInfo request) {
        return underWay > 0;
    }

    @Override
    public int getMaxBatchSize() {
        return batchSize;
    }
}
