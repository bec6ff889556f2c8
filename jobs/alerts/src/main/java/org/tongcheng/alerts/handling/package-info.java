/** What staff do about alerts: their actions, and the numbers of what goes out. */
@NullMarked
package org.tongcheng.alerts.handling;

import org.jspecify.annotations.NullMarked;
