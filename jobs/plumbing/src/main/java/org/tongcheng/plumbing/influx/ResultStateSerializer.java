package org.tongcheng.plumbing.influx;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.ZoneOffset;
import org.apache.flink.connector.base.sink.writer.AsyncSinkWriterStateSerializer;
import org.tongcheng.domain.result.Result;
import org.tongcheng.wire.ResultCodec;

/** Points that wait in the buffer, as the envelopes that Kafka carries. */
final class ResultStateSerializer extends AsyncSinkWriterStateSerializer<Result> {

    @Override
    public int getVersion() {
        return 1;
    }

    @Override
    protected void serializeRequestToStream(Result point, DataOutputStream out) throws IOException {
        out.write(ResultCodec.encode(point, ZoneOffset.UTC));
    }

    @Override
    protected Result deserializeRequestFromStream(long size, DataInputStream in) throws IOException {
        byte[] envelope = in.readNBytes(Math.toIntExact(size));
        Result point = ResultCodec.decode(envelope).value();
        if (point == null) {
            throw new IOException("the state of the InfluxDB sink holds something that is no result");
        }
        return point;
    }
}
