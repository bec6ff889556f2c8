package org.tongcheng.domain.alert;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The identity of an alert: the same data give the same one, whenever they are read. */
public final class AlertId {

    private static final int BYTES = 16;

    private AlertId() {}

    /**
     * The first 32 hexadecimal digits of the SHA-256 of rule, version, entity and onset.
     *
     * @param onset epoch milliseconds
     */
    public static String of(AlertRule rule, AlertEntity entity, long onset) {
        String identity = String.join(
                "\u0000",
                rule.id(),
                Integer.toString(rule.version()),
                entity.kind().wireName(),
                entity.id(),
                Long.toString(onset));
        byte[] digest = sha256().digest(identity.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest, 0, BYTES);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
