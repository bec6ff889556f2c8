/** What is told of an alert, and when. */
@NullMarked
package org.tongcheng.delivery.operator;

import org.jspecify.annotations.NullMarked;
