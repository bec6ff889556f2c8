package org.tongcheng.water.operator;

import java.util.Map;
import org.tongcheng.domain.water.SectionSlotValue;

/**
 * A slot of a city or river in state.
 *
 * @param revision of its last issue
 * @param sections the value that counts of each section that reported
 */
public record SlotSections(int revision, Map<String, SectionSlotValue> sections) {}
