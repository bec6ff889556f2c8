/** Alertmanager's API, version 2, as far as alerts are posted to it. */
@NullMarked
package org.tongcheng.delivery.alertmanager;

import org.jspecify.annotations.NullMarked;
