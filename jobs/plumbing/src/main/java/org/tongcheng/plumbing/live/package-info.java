/** The ends of a job that runs for good: Kafka, and InfluxDB where there is one. */
@NullMarked
package org.tongcheng.plumbing.live;

import org.jspecify.annotations.NullMarked;
