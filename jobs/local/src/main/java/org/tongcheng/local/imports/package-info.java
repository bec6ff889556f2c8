/** Recorded files into Kafka: lines of the contract, and what the national platforms' archives hold. */
@NullMarked
package org.tongcheng.local.imports;

import org.jspecify.annotations.NullMarked;
