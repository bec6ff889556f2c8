/** Rules on cards: one card in two places. */
@NullMarked
package org.tongcheng.alerts.cards;

import org.jspecify.annotations.NullMarked;
