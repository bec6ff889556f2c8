@NullMarked
package org.tongcheng.alerts;

import org.jspecify.annotations.NullMarked;
