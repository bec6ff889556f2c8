@NullMarked
package org.tongcheng.alerts.handling;

import org.jspecify.annotations.NullMarked;
