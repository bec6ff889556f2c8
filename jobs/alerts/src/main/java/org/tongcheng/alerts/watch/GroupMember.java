package org.tongcheng.alerts.watch;

/**
 * What is kept of one of several series that are watched together.
 *
 * @param series as {@link org.tongcheng.domain.result.Result#series} writes it; of the newest point, where an entity
 *     had others before
 */
public record GroupMember(String series, SeriesMemory memory) {

    /** As good as none. */
    public static final GroupMember NONE = new GroupMember("", SeriesMemory.EMPTY);
}
