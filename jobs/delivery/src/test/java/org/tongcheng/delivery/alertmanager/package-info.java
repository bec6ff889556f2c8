@NullMarked
package org.tongcheng.delivery.alertmanager;

import org.jspecify.annotations.NullMarked;
