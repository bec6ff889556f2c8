/** Alerts: rules as data, the machine that raises and ends them in event time, and what corrections do to them. */
@NullMarked
package org.tongcheng.domain.alert;

import org.jspecify.annotations.NullMarked;
