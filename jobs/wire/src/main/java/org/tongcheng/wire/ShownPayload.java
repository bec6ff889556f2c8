package org.tongcheng.wire;

/**
 * A payload as a dead letter or a late record shows it.
 *
 * @param encoding {@code utf8} or {@code base64}
 */
public record ShownPayload(String text, String encoding) {}
