package org.tongcheng.domain.water;

/** What a section lies in: a property of the registry, never of its name. Total phosphorus has limits for each. */
public enum SectionKind {
    RIVER,
    LAKE
}
