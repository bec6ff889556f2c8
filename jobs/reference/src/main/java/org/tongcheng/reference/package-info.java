/** The region registry: cities, routes, stops, air stations and water sections, read and checked once, at the start. */
@NullMarked
package org.tongcheng.reference;

import org.jspecify.annotations.NullMarked;
