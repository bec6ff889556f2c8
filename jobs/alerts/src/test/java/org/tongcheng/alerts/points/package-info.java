@NullMarked
package org.tongcheng.alerts.points;

import org.jspecify.annotations.NullMarked;
