package org.tongcheng.local.imports;

/** Where records go. */
interface ImportTarget extends AutoCloseable {

    /** Takes a record; those of one feed and key in the order in which they come. */
    void send(ImportRecord record);

    /** Returns when all records are where they should be, and counted as sent. */
    void flush();

    @Override
    void close();
}
