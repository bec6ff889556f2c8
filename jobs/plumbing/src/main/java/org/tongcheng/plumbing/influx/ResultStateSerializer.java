package org.tongcheng.plumbing.influx;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.ZoneOffset;
import org.apache.flink.connector.base.sink.writer.AsyncSinkWriterStateSerializer;
import org.tongcheng.domain.result.Result;
import org.tongcheng.wire.ResultCodec;

/** Points that wait in the buffer, as the envelopes that Kafka carries, each after its length. */
final class ResultStateSerializer extends AsyncSinkWriterStateSerializer<Result> {

    @Override
    public int getVersion() {
        return 1;
    }

    @Override
    protected void serializeRequestToStream(Result point, DataOutputStream out) throws IOException {
        byte[] envelope = ResultCodec.encode(point, ZoneOffset.UTC);
        out.writeInt(envelope.length);
        out.write(envelope);
    }

    @Override
    protected Result deserializeRequestFromStream(long size, DataInputStream in) throws IOException {
        byte[] envelope = new byte[in.readInt()];
        in.readFully(envelope);
        Result point = ResultCodec.decode(envelope).value();
        if (point == null) {
            throw new IOException("the state of the InfluxDB sink holds something that is no result");
        }
        return point;
    }
}
