package org.tongcheng.domain.alert;

import java.io.Serializable;

/**
 * What an alert is about.
 *
 * @param cityCode GB/T 2260; empty for what belongs to no single city
 */
public record AlertEntity(EntityKind kind, String id, String nameZh, String nameEn, String cityCode)
        implements Serializable {}
