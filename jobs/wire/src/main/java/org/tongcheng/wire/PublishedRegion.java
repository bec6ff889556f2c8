package org.tongcheng.wire;

import java.util.Map;

/**
 * A region directory as one record of the topic {@code reference}.
 *
 * @param regionId {@code id} of {@code region.yaml}
 * @param files text by file name, see {@link ReferenceCodec#FILES}
 */
public record PublishedRegion(String regionId, Map<String, String> files) {}
