/** The delivery job: transitions of alerts in; Alertmanager told of them. */
@NullMarked
package org.tongcheng.delivery;

import org.jspecify.annotations.NullMarked;
