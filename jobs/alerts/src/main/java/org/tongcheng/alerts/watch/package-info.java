/** What rules see of results, without Flink: series, entities, readings, samples. */
@NullMarked
package org.tongcheng.alerts.watch;

import org.jspecify.annotations.NullMarked;
