package org.tongcheng.domain.result;

/** How a field's value is written: JSON number or string, InfluxDB integer, float, string or boolean. */
public enum FieldKind {
    INTEGER,
    DECIMAL,
    TEXT,
    BOOLEAN
}
