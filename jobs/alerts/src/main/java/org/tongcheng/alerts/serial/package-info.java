/** Compact forms of what is kept for series, groups and alerts. */
@NullMarked
package org.tongcheng.alerts.serial;

import org.jspecify.annotations.NullMarked;
