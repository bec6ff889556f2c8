/** Reads an archive again, in the order of arrival. */
@NullMarked
package org.tongcheng.archive.source;

import org.jspecify.annotations.NullMarked;
