@NullMarked
package org.tongcheng.plumbing.kafka;

import org.jspecify.annotations.NullMarked;
