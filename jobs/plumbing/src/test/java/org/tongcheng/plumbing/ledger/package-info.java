@NullMarked
package org.tongcheng.plumbing.ledger;

import org.jspecify.annotations.NullMarked;
