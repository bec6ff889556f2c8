@NullMarked
package org.tongcheng.alerts.cards;

import org.jspecify.annotations.NullMarked;
