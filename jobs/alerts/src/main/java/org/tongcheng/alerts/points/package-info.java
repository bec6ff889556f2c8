/** Points made from the alerts that go out. */
@NullMarked
package org.tongcheng.alerts.points;

import org.jspecify.annotations.NullMarked;
