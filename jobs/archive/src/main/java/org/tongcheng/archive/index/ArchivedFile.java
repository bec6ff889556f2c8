package org.tongcheng.archive.index;

import java.io.Serializable;
import org.tongcheng.archive.format.ArchiveExtent;

/**
 * A complete file of an archive.
 *
 * @param path URI
 * @param topic of its records, as the brokers name it
 */
public record ArchivedFile(String path, String topic, int partition, ArchiveExtent extent) implements Serializable {}
