package org.tongcheng.domain.alert;

import java.io.Serializable;
import java.util.List;

/**
 * What a joint rule looks at together.
 *
 * @param nameZh as people read it, like {@code nameEn}
 * @param members ids of cities, sections, whatever the rule's measurement is about
 */
public record AlertGroup(String nameZh, String nameEn, List<String> members) implements Serializable {}
