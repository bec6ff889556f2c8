/** Operators of the alerts job. */
@NullMarked
package org.tongcheng.alerts.operator;

import org.jspecify.annotations.NullMarked;
