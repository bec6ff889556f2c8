@NullMarked
package org.tongcheng.alerts.watch;

import org.jspecify.annotations.NullMarked;
