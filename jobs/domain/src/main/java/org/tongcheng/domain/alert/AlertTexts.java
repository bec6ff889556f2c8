package org.tongcheng.domain.alert;

import java.io.Serializable;

/** Title and text in both languages: with placeholders in a rule, rendered in a transition. */
public record AlertTexts(String titleZh, String titleEn, String textZh, String textEn) implements Serializable {}
