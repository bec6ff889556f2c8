/** The alerts job: results of the other jobs in; transitions of alerts and their points out. */
@NullMarked
package org.tongcheng.alerts;

import org.jspecify.annotations.NullMarked;
